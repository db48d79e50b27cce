/* A program in a pseudo-terminal of its own, and the screen a person would see. */
#include "pty/screen.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

#include "pty/shell.h"

enum {
    DEADLINE_MS = 10000,
    MS_PER_SECOND = 1000,
    NS_PER_MS = 1000000,
    READ_SIZE = 4096,
    CELL_SIZE = 4 * VTERM_MAX_CHARS_PER_CELL + 1 /* bytes of one cell's text */
};

struct screen {
    int master, reports, commands;
    pid_t shell;
    struct shell_report last; /* what the shell told last */
    bool ended;
    struct termios before;
    VTerm *vterm;
    VTermScreen *cells;
    int cols, rows;
    bool full, cursor_visible, clicks;
    VTermPos cursor;
    char *output; /* all bytes so far */
    size_t output_len, output_cap;
    char *text; /* of the last screen_text */
};

static _Noreturn void give_up(const char *what)
{
    fprintf(stderr, "pty: %s: %s\n", what, strerror(errno));
    abort();
}

static void *checked(void *memory)
{
    if (memory == NULL)
        give_up("memory");
    return memory;
}

static long long mono_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (long long)t.tv_sec * MS_PER_SECOND + t.tv_nsec / NS_PER_MS;
}

/* --- what libvterm tells ------------------------------------------------------------------- */

static int on_property(VTermProp property, VTermValue *value, void *user)
{
    struct screen *s = user;

    if (property == VTERM_PROP_ALTSCREEN)
        s->full = value->boolean;
    else if (property == VTERM_PROP_CURSORVISIBLE)
        s->cursor_visible = value->boolean;
    else if (property == VTERM_PROP_MOUSE)
        s->clicks = value->number != VTERM_PROP_MOUSE_NONE;
    return 1;
}

static int on_cursor(VTermPos position, VTermPos before, int visible, void *user)
{
    struct screen *s = user;

    (void)before;
    (void)visible;
    s->cursor = position;
    return 1;
}

static void open_vterm(struct screen *s)
{
    static const VTermScreenCallbacks callbacks = {.settermprop = on_property,
                                                   .movecursor = on_cursor};

    s->cursor_visible = true;
    s->vterm = checked(vterm_new(s->rows, s->cols));
    vterm_set_utf8(s->vterm, 1);
    s->cells = vterm_obtain_screen(s->vterm);
    vterm_screen_set_callbacks(s->cells, &callbacks, s);
    vterm_screen_enable_altscreen(s->cells, 1);
    vterm_screen_reset(s->cells, 1);
}

/* --- starting and ending -------------------------------------------------------------------- */

static int open_slave(struct screen *s)
{
    struct winsize size = {.ws_col = (unsigned short)s->cols, .ws_row = (unsigned short)s->rows};

    s->master = posix_openpt(O_RDWR | O_NOCTTY);
    if (s->master < 0 || grantpt(s->master) != 0 || unlockpt(s->master) != 0)
        give_up("posix_openpt");
    int slave = open(ptsname(s->master), O_RDWR | O_NOCTTY);
    if (slave < 0 || ioctl(slave, TIOCSWINSZ, &size) != 0 || tcgetattr(slave, &s->before) != 0)
        give_up("the terminal");
    fcntl(s->master, F_SETFD, FD_CLOEXEC);
    fcntl(s->master, F_SETFL, O_NONBLOCK);
    return slave;
}

/* Takes the next report; false when the shell and the program are both gone. */
static bool take_report(struct screen *s)
{
    ssize_t n;

    do
        n = read(s->reports, &s->last, sizeof s->last);
    while (n < 0 && errno == EINTR);
    if (n != sizeof s->last)
        s->ended = true;
    else if (!s->last.started && !WIFSTOPPED(s->last.status))
        s->ended = true;
    return n == sizeof s->last;
}

struct screen *screen_open(const struct screen_setup *setup)
{
    struct screen *s = checked(calloc(1, sizeof *s));
    int reports[2], commands[2];

    s->cols = setup->cols;
    s->rows = setup->rows;
    open_vterm(s);
    int slave = open_slave(s);
    if (pipe(reports) != 0 || pipe(commands) != 0)
        give_up("pipe");
    s->reports = reports[0];
    s->commands = commands[1];
    fcntl(s->reports, F_SETFD, FD_CLOEXEC);
    fcntl(s->commands, F_SETFD, FD_CLOEXEC);
    fflush(NULL);
    s->shell = fork();
    if (s->shell < 0)
        give_up("fork");
    if (s->shell == 0) {
        close(s->master);
        close(s->reports);
        close(s->commands);
        shell_run(setup, slave, reports[1], commands[0]);
    }
    close(slave);
    close(reports[1]);
    close(commands[0]);
    if (!take_report(s))
        give_up("the shell");
    return s;
}

void screen_close(struct screen *s)
{
    if (!s->ended)
        kill(s->last.pid, SIGKILL);
    close(s->commands);
    close(s->reports);
    if (s->master >= 0)
        close(s->master);
    kill(s->shell, SIGKILL);
    while (waitpid(s->shell, NULL, 0) < 0 && errno == EINTR)
        ;
    vterm_free(s->vterm);
    free(s->output);
    free(s->text);
    free(s);
}

/* --- waiting -------------------------------------------------------------------------------- */

static void write_all(struct screen *s, const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t n = write(s->master, bytes, len);

        if (n < 0 && errno != EINTR && errno != EAGAIN)
            return; /* the program is gone; waiting will tell */
        if (n > 0) {
            bytes += n;
            len -= (size_t)n;
        }
    }
}

static void take_output(struct screen *s)
{
    char bytes[READ_SIZE];
    ssize_t n;

    while ((n = read(s->master, bytes, sizeof bytes)) > 0) {
        size_t len = (size_t)n;

        if (s->output_len + len > s->output_cap) {
            s->output_cap = 2 * (s->output_len + len);
            s->output = checked(realloc(s->output, s->output_cap));
        }
        memcpy(s->output + s->output_len, bytes, len);
        s->output_len += len;
        vterm_input_write(s->vterm, bytes, len);
        size_t answers = vterm_output_read(s->vterm, bytes, sizeof bytes);
        write_all(s, bytes, answers);
    }
}

/* Waits for output or a report; false at the deadline. */
static bool wait_more(struct screen *s, long long deadline)
{
    struct pollfd fds[2] = {{.fd = s->reports, .events = POLLIN},
                            {.fd = s->master, .events = POLLIN}};
    long long left = deadline - mono_ms();

    if (left <= 0)
        return false;
    if (poll(fds, 2, (int)left) < 0)
        return errno == EINTR;
    if (s->master >= 0)
        take_output(s);
    if (fds[0].revents != 0)
        take_report(s);
    return true;
}

static void print_screen(struct screen *s, const char *what)
{
    fprintf(stderr, "pty: %s; the screen (%d x %d):\n%s\n", what, s->cols, s->rows,
            screen_text(s));
}

bool screen_wait(struct screen *s, bool (*holds)(struct screen *s, const void *arg),
                 const void *arg)
{
    long long deadline = mono_ms() + DEADLINE_MS;

    screen_drain(s);
    while (!holds(s, arg)) {
        if (s->ended || !wait_more(s, deadline)) {
            print_screen(s, s->ended ? "the program ended" : "waited in vain");
            return false;
        }
    }
    return true;
}

static bool has_text(struct screen *s, const void *text)
{
    return screen_find(s, text, NULL, NULL);
}

bool screen_wait_text(struct screen *s, const char *text)
{
    bool found = screen_wait(s, has_text, text);

    if (!found)
        fprintf(stderr, "pty: looked for: %s\n", text);
    return found;
}

void screen_drain(struct screen *s)
{
    if (s->master >= 0)
        take_output(s);
}

bool screen_wait_stopped(struct screen *s)
{
    long long deadline = mono_ms() + DEADLINE_MS;

    while (s->last.started || !WIFSTOPPED(s->last.status))
        if (s->ended || !wait_more(s, deadline))
            return false;
    return true;
}

void screen_continue(struct screen *s)
{
    s->last.started = true;
    if (write(s->commands, "c", 1) != 1)
        give_up("the shell");
}

bool screen_wait_end(struct screen *s, int *status)
{
    long long deadline = mono_ms() + DEADLINE_MS;

    while (!s->ended)
        if (!wait_more(s, deadline)) {
            print_screen(s, "the program did not end");
            return false;
        }
    screen_drain(s);
    *status = s->last.status;
    return true;
}

/* --- what there is to see ------------------------------------------------------------------- */

/* Writes the cell's characters, a blank for none, and returns the bytes. */
static size_t put_cell(struct screen *s, int x, int y, char *out)
{
    VTermRect cell = {.start_row = y, .end_row = y + 1, .start_col = x, .end_col = x + 1};
    size_t len = vterm_screen_get_text(s->cells, out, CELL_SIZE, cell);

    if (len == 0)
        out[len++] = ' ';
    return len;
}

/* Writes row y as text; starts[i], when not NULL, is the column byte i belongs to. */
static size_t put_row(struct screen *s, int y, char *out, int *starts)
{
    size_t len = 0, used = 0;

    for (int x = 0; x < s->cols;) {
        VTermScreenCell cell;

        vterm_screen_get_cell(s->cells, (VTermPos){.row = y, .col = x}, &cell);
        size_t bytes = put_cell(s, x, y, out + len);
        for (size_t i = 0; starts != NULL && i < bytes; i++)
            starts[len + i] = x;
        len += bytes;
        if (cell.chars[0] != 0 && cell.chars[0] != ' ')
            used = len;
        x += cell.width > 1 ? cell.width : 1;
    }
    out[used] = '\0';
    return used;
}

static size_t row_size(const struct screen *s)
{
    return (size_t)(s->cols + 1) * CELL_SIZE;
}

bool screen_find(struct screen *s, const char *text, int *x, int *y)
{
    char *row = checked(malloc(row_size(s)));
    int *starts = checked(calloc(row_size(s), sizeof *starts));
    bool found = false;

    for (int i = 0; i < s->rows && !found; i++) {
        put_row(s, i, row, starts);
        const char *at = strstr(row, text);
        found = at != NULL;
        if (found && x != NULL)
            *x = starts[at - row];
        if (found && y != NULL)
            *y = i;
    }
    free(row);
    free(starts);
    return found;
}

const char *screen_text(struct screen *s)
{
    size_t len = 0;

    free(s->text);
    s->text = checked(malloc(row_size(s) * (size_t)s->rows));
    for (int y = 0; y < s->rows; y++) {
        len += put_row(s, y, s->text + len, NULL);
        s->text[len++] = '\n';
    }
    s->text[len] = '\0';
    return s->text;
}

const char *screen_output(struct screen *s, size_t *len)
{
    *len = s->output_len;
    return s->output;
}

bool screen_is_full(const struct screen *s)
{
    return s->full;
}

bool screen_cursor(const struct screen *s, int *x, int *y)
{
    *x = s->cursor.col;
    *y = s->cursor.row;
    return s->cursor_visible;
}

bool screen_cell_colored(struct screen *s, int x, int y)
{
    VTermScreenCell cell;

    vterm_screen_get_cell(s->cells, (VTermPos){.row = y, .col = x}, &cell);
    return !VTERM_COLOR_IS_DEFAULT_FG(&cell.fg) || !VTERM_COLOR_IS_DEFAULT_BG(&cell.bg);
}

/* --- what a person does --------------------------------------------------------------------- */

static void send_vterm_output(struct screen *s)
{
    char bytes[READ_SIZE];

    write_all(s, bytes, vterm_output_read(s->vterm, bytes, sizeof bytes));
}

void screen_send(struct screen *s, const char *bytes)
{
    write_all(s, bytes, strlen(bytes));
}

void screen_press(struct screen *s, enum screen_key key)
{
    static const VTermKey keys[] = {VTERM_KEY_LEFT, VTERM_KEY_RIGHT, VTERM_KEY_UP, VTERM_KEY_DOWN};

    vterm_keyboard_key(s->vterm, keys[key], VTERM_MOD_NONE);
    send_vterm_output(s);
}

bool screen_click(struct screen *s, int x, int y)
{
    if (!s->clicks)
        return false;
    vterm_mouse_move(s->vterm, y, x, VTERM_MOD_NONE);
    vterm_mouse_button(s->vterm, 1, true, VTERM_MOD_NONE);
    vterm_mouse_button(s->vterm, 1, false, VTERM_MOD_NONE);
    send_vterm_output(s);
    return true;
}

void screen_resize(struct screen *s, int cols, int rows)
{
    struct winsize size = {.ws_col = (unsigned short)cols, .ws_row = (unsigned short)rows};

    screen_drain(s); /* drawn for the old size */
    s->cols = cols;
    s->rows = rows;
    vterm_set_size(s->vterm, rows, cols);
    if (ioctl(s->master, TIOCSWINSZ, &size) != 0)
        give_up("TIOCSWINSZ");
}

void screen_signal(struct screen *s, int signal_number)
{
    if (kill(s->last.pid, signal_number) != 0)
        give_up("kill");
}

void screen_hang_up(struct screen *s)
{
    close(s->master);
    s->master = -1;
}

long screen_cpu_ms(const struct screen *s)
{
    return s->last.cpu_ms;
}

bool screen_modes_restored(struct screen *s)
{
    struct termios now;

    return tcgetattr(s->master, &now) == 0 && now.c_iflag == s->before.c_iflag &&
           now.c_oflag == s->before.c_oflag && now.c_cflag == s->before.c_cflag &&
           now.c_lflag == s->before.c_lflag &&
           memcmp(now.c_cc, s->before.c_cc, sizeof now.c_cc) == 0;
}

bool screen_is_cooked(struct screen *s)
{
    struct termios now;

    return tcgetattr(s->master, &now) == 0 && (now.c_lflag & ICANON) != 0 &&
           (now.c_lflag & ECHO) != 0;
}
