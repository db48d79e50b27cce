# A whole session as people hold it: a trainer at the command line, and in tmux ten terminals, one
# of them a hot seat for three, and two people elsewhere whose result codes are typed in.  Held twice,
# over a folder and over PostgreSQL; both must end in the same report, number for number.
#
# Usage: python3 rehearsal.py PROGRAM BANK WORK PLACE [NAME=URI …]
#   PROGRAM  smquiz   BANK  a question bank   WORK  a new folder for everything
#   PLACE    where the session is shared: a folder, or a database for the trainer
#   NAME=URI the same place for one person, where everyone has their own; else PLACE
# Prints the reports (JSON) to WORK/report.json and what went wrong to standard error.
import hashlib
import json
import os
import re
import subprocess
import sys
import time

PROGRAM, BANK, WORK, PLACE = sys.argv[1:5]
PLACES = dict(word.split("=", 1) for word in sys.argv[5:])
SEATS = ["Ada", "Bela", "Cleo", "Dina", "Emil", "Fritz", "Gwen", "Hugo", "Ines"]
HOT = ["Jana", "Kofi", "Lena"]  # the tenth terminal
TYPED = ["Mona", "Nils"]  # at home, with the session's file; their codes are typed in
PEOPLE = SEATS + HOT + TYPED
PARTS = ["before", "practice", "after"]
PATIENCE_S = 100
SOCKET = "smquiz-rehearsal-%d" % os.getpid()
FIRST_UID = 65010


def fail(sentence):
    print("rehearsal: " + sentence, file=sys.stderr)
    tmux("kill-server", check=False)
    sys.exit(1)


def tmux(*words, check=True):
    done = subprocess.run(["tmux", "-L", SOCKET, *words], capture_output=True, text=True)
    if check and done.returncode:
        fail("tmux %s: %s" % (" ".join(words), done.stderr.strip()))
    return done.stdout


def home_of(name):
    return os.path.join(WORK, "home", name)


def environment(name):
    home = home_of(name)
    return {
        "PATH": os.environ["PATH"],
        "HOME": home,
        "XDG_CONFIG_HOME": home + "/config",
        "XDG_DATA_HOME": home + "/data",
        "XDG_CONFIG_DIRS": home + "/etc",
        "LC_ALL": "C.UTF-8",
    }


def make_home(name, uid):
    os.makedirs(home_of(name) + "/config/smquiz")
    with open(home_of(name) + "/config/smquiz/smquiz.cfg", "w") as file:
        file.write("clues = false;\nmotion = false;\n")
    subprocess.run(["chown", "-R", "%d:%d" % (uid, uid), home_of(name)], check=True)
    os.chmod(home_of(name), 0o700)


def trainer(*words, lines=None, wants=0):
    done = subprocess.run(
        [PROGRAM, *words], env=environment("trainer"), input=lines, capture_output=True, text=True
    )
    if done.returncode != wants:
        fail("smquiz %s: %d\n%s%s" % (" ".join(words), done.returncode, done.stdout, done.stderr))
    return done.stdout


def command(name, uid, *words):
    """What a terminal runs: smquiz as somebody else, then a mark that it has ended."""
    pairs = " ".join("'%s=%s'" % pair for pair in environment(name).items())
    line = " ".join("'%s'" % word for word in words)
    return (
        "setpriv --reuid=%d --regid=%d --clear-groups env -i %s TERM=tmux-256color '%s' %s;"
        " echo ENDED $?; sleep 1000" % (uid, uid, pairs, PROGRAM, line)
    )


# --- what the cards are --------------------------------------------------------------------------


def read_cards(path):
    """Every activity's side by its text without blanks, which is how a screen is compared."""
    cards = {}
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for side, words in re.findall(
        r'side = "(sales|marketing)";(?:\s*principle = "[^"]*";)?\s*text = "((?:[^"\\]|\\.)*)"', text
    ):
        cards[squeeze(words.replace('\\"', '"').replace("\\\\", "\\"))] = side
    if len(cards) < 10:
        fail("only %d cards were found in %s" % (len(cards), path))
    return cards


def squeeze(text):
    return re.sub(r"\s+", "", text)


def key_for(name, card, side):
    """Whether somebody knows a card is decided by who and what it is, never by chance."""
    digest = hashlib.sha256((name + card).encode()).digest()[0]
    right = digest < 150 + 8 * PEOPLE.index(name)
    sales = (side == "sales") == right
    return ("Space " if digest % 7 == 0 else "") + ("s" if sales else "m")


# --- a person at a terminal ----------------------------------------------------------------------


class Terminal:
    def __init__(self, index, names, uid, words):
        self.target = "%d" % index
        self.names = names  # in turn
        self.at = 0
        self.codes = {}
        self.last = ""
        line = command(names[0] if len(names) == 1 else "hotseat", uid, *words)
        if index == 0:
            tmux("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", "-n", "0", line)
        else:
            tmux("new-window", "-d", "-n", self.target, line)

    def name(self):
        return self.names[min(self.at, len(self.names) - 1)]

    def screen(self):
        return tmux("capture-pane", "-p", "-t", ":=" + self.target)

    def send(self, keys):
        tmux("send-keys", "-t", ":=" + self.target, *keys.split(" "))

    def card_on(self, screen):
        rows = re.findall(r"^ *│ ?(.*?) ?│ *$", screen, re.M)
        return squeeze(" ".join(rows))

    def step(self, cards):
        """Looks at the screen and does the next thing; says how it stands."""
        screen = self.screen()
        if "ENDED" in screen:
            return "ended"
        if screen == self.last:
            return "same"
        self.last = screen
        asked = screen.rstrip()
        if asked.endswith(">"):  # the question asked last is the one to answer
            if asked.rfind("Is that you?") > asked.rfind("Whose turn is it?"):
                self.send("y Enter")
            else:
                return self.take_turn()
        elif "Look again" in screen:
            return "waiting"
        elif "not sure" in screen and "┌" in screen and "Enter: next" not in screen:
            card = self.card_on(screen)
            at = (re.findall(r"\d+ of \d+", screen)[:1], card)
            if card in cards and at != self.answered:  # the screen may have been taken between two keys
                self.answered = at
                self.send(key_for(self.name(), card, cards[card]))
            return "busy"
        elif "Enter: done" in screen:
            self.note_code(screen)
            self.send("Enter")
        elif "Enter: next" in screen or "Enter: choose" in screen:
            self.send("Enter")
        self.answered = None
        return "busy"

    def take_turn(self):
        if self.turns_left:
            name = self.turns_left.pop(0)
            self.at = self.names.index(name)
            tmux("send-keys", "-t", ":=" + self.target, "-l", name)
            self.send("Enter")
            return "busy"
        self.last = ""
        return "waiting"

    turns_left = []
    answered = None

    def has_done(self, parts):
        return all(len(self.codes.get(name, [])) >= parts for name in self.names)

    def note_code(self, screen):
        found = re.search(r"^ *([0-9A-Z]{4}(?:-[0-9A-Z]{1,4})+) *$", screen, re.M)
        codes = self.codes.setdefault(self.name(), [])
        if found and found.group(1) not in codes:
            codes.append(found.group(1))


def play_until(terminals, cards, wanted, parts):
    """Everybody plays until they have so many parts behind them, and are in one of these states."""
    began, settled = time.monotonic(), {}
    while len(settled) < len(terminals):
        for terminal in terminals:
            state = terminal.step(cards)
            if state in wanted and terminal.has_done(parts):
                settled[terminal] = True
            elif state == "busy":
                settled.pop(terminal, None)
        if time.monotonic() - began > PATIENCE_S:
            stuck = [t for t in terminals if t not in settled]
            fail("stuck:\n%s" % "\n".join(t.name() + "\n" + t.screen() for t in stuck))
        time.sleep(0.02)  # between two looks at a screen that tmux cannot announce


# --- the session ---------------------------------------------------------------------------------


def hold():
    uids = {name: FIRST_UID + i for i, name in enumerate(PEOPLE)}
    for name in PEOPLE:
        make_home(name, uids[name])
    make_home("hotseat", uids[HOT[0]])
    make_home("trainer", os.getuid())
    new = ["session", "new", "--title", "Rehearsal", "-n", "6", "--pass", "4", "--names"]
    new += ["--seed", "11", "-b", BANK, "--people", str(len(PEOPLE))]
    code = trainer(*new, "--team", PLACE).split()[0]
    trainer(*new, "-o", WORK + "/mailed.cfg")
    cards = read_cards(WORK + "/mailed.cfg")

    def words(name, *more):
        form = "ab"[PEOPLE.index(name) % 2]
        place = PLACES.get(name, PLACE)
        return ["session", "join", code, "--team", place, "--form", form, *more]

    terminals = [
        Terminal(i, [name], uids[name], words(name, "--name", name)) for i, name in enumerate(SEATS)
    ]
    hot = Terminal(len(SEATS), HOT, uids[HOT[0]], words(HOT[0], "--hot-seat"))
    terminals.append(hot)
    for number, part in enumerate(PARTS):
        trainer("session", "open", code, part, "--team", PLACE)
        hot.turns_left = list(HOT)
        hot.last = ""
        for terminal in terminals:
            terminal.last = ""
        play_until(terminals, cards, ["waiting", "ended"], number + 1)
    hot.send("Enter")
    play_until(terminals, cards, ["ended"], len(PARTS))
    typed = at_home(len(terminals), uids, cards)
    trainer("session", "enter", code, "--team", PLACE, lines=typed)
    tmux("kill-server", check=False)
    settle(code)


def at_home(index, uids, cards):
    """Two people play from the file alone and read their codes out."""
    lines = ""
    for i, name in enumerate(TYPED):
        folder = home_of(name) + "/mail"
        os.mkdir(folder)
        subprocess.run(["cp", WORK + "/mailed.cfg", folder], check=True)
        subprocess.run(["chown", "-R", str(uids[name]), folder], check=True)
        words = ["session", "join", folder + "/mailed.cfg", "--name", name, "--form", "ab"[i % 2]]
        terminal = Terminal(index + i, [name], uids[name], words)
        play_until([terminal], cards, ["ended"], len(PARTS))
        codes = terminal.codes.get(name, [])
        if len(codes) != len(PARTS):
            fail("%s read %d codes off: %s" % (name, len(codes), codes))
        lines += "".join("%s %s\n" % (name, code) for code in codes)
    return lines


def settle(code):
    """Waits until everything has arrived, then writes the report."""
    began = time.monotonic()
    while True:
        report = trainer("session", "report", code, "--team", PLACE, "--format", "json")
        figures = json.loads(report)
        if arrived(figures) or time.monotonic() - began > 30:
            break
        time.sleep(0.2)  # what is pushed behind the players' backs is on its way
    with open(WORK + "/report.json", "w", encoding="utf-8") as file:
        file.write(report)
    if not arrived(figures):
        fail("not everything arrived: %s" % report[:2000])
    for format in ("text", "csv", "html", "xapi"):
        trainer("session", "report", code, "--team", PLACE, "--format", format, "-o",
                "%s/report.%s" % (WORK, format))


def arrived(figures):
    return len(figures["participants"]) == len(PEOPLE)


if os.getuid() != 0:
    fail("only root can be many people at once")
os.makedirs(WORK + "/home")
os.chmod(WORK, 0o755)
os.chmod(WORK + "/home", 0o755)
hold()
