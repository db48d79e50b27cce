# A shell at a terminal of its own: what Tab makes of a line.
#
# Usage: python3 shell_line.py SHELL [WORD …]   the shell's program and its arguments
#
# Reads from standard input a line for each try, which is
#
#     typed => wanted|     Tab must make this line of it, to the mark
#     typed ?> text…more   Tab must show these texts, in their order
#     typed !> text        Tab must leave the line as it is, and not show this
#
# where "@" in what is typed stands for the cursor, if that is not at the end.  The shell has to prompt
# with "ready:" and to write its line to the file $LINE, a FIFO, when Ctrl-X Ctrl-R is pressed.  Prints
# what is not so; status 1 then.
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios

PATIENCE_S = 20
SIZE = struct.pack("HHHH", 50, 200, 0, 0)  # lines, columns
PROMPT = "ready:"
REPORT = b"\x18\x12"  # Ctrl-X Ctrl-R
KILL = b"\x05\x15"  # to the end of the line, and away with it
BACK = b"\x02"


def plain(shown):
    """What was shown without what moves the cursor or colours."""
    shown = re.sub(r"\x1b\[[0-9;]*m|\x1b[()][A-Z0-9]", "", shown.decode(errors="replace"))
    return re.sub(r"\x1b\[[0-9;?>=]*[A-Za-z]|\x1b[=>]|[\x00-\x1f]", " ", shown)


class Silent(Exception):
    """Nothing came for too long, or the shell ended."""


class Shell:
    def __init__(self, words):
        self.shown = b""
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, SIZE)
            os.execvp(words[0], words)
        # open for both, so that opening waits for nobody
        self.told = os.open(os.environ["LINE"], os.O_RDWR | os.O_NONBLOCK)

    def wait(self):
        """Waits for something to happen; keeps what is shown.  Whether something was told."""
        ready = select.select([self.terminal, self.told], [], [], PATIENCE_S)[0]
        try:
            if self.terminal in ready:
                self.shown += os.read(self.terminal, 65536)
        except OSError:
            ready = []
        if not ready:
            raise Silent
        return self.told in ready

    def wait_for(self, *texts):
        """Waits until these are shown, in their order."""
        while not re.search(".*".join(map(re.escape, texts)), plain(self.shown)):
            self.wait()

    def press(self, keys):
        """Presses keys; the line then."""
        os.write(self.terminal, keys + REPORT)
        line = b""
        while not line.endswith(b"\n"):
            if self.wait():
                line += os.read(self.told, 65536)
        return line[:-1].decode()

    def type(self, text):
        left, _, right = text.partition("@")
        self.press(KILL + (left + right).encode() + BACK * len(right))
        self.shown = b""

    def end(self):
        os.close(self.terminal)
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


def fault(shell, line):
    """What is wrong with a try; "" when all is well."""
    typed, kind, wanted = re.fullmatch(r"(.*?) ([=?!]>) (.*)", line).groups()
    shell.type(typed)
    if kind != "?>":
        got = shell.press(b"\t") + "|"
        if kind == "!>" and wanted in plain(shell.shown):
            return "shows: %s" % plain(shell.shown)
        return "" if got == (typed + "|" if kind == "!>" else wanted) else "is made: %s" % got
    os.write(shell.terminal, b"\t")
    try:
        shell.wait_for(*wanted.split("…"))
    except Silent:
        return "shows: %s" % plain(shell.shown)
    return ""


def main():
    shell = Shell(sys.argv[1:])
    bad = 0
    tries = list(filter(None, sys.stdin.read().split("\n")))
    try:
        shell.wait_for(PROMPT)
        for line in tries:
            wrong = fault(shell, line)
            bad += wrong != ""
            if wrong:
                print("%s\n  %s" % (line, wrong))
    except Silent:
        raise SystemExit("the shell is silent; it showed: %r" % shell.shown[-2000:])
    shell.end()
    sys.exit(bad > 0 or not tries)


main()
