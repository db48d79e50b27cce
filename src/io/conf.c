/* Reads libconfig files safely: opens with care, vets the bytes, and only then calls libconfig. */
#include "io/conf.h"

#include <errno.h>
#include <fcntl.h>
#include <libconfig.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/conf_scan.h"
#include "core/memory_out.h"
#include "core/xmalloc.h"

enum {
    PARSE_BYTES = 2 * 1024 * 1024, /* more than the C library asks for at once */
    PARSE_BYTES_PER_BYTE = 16
};

struct conf {
    config_t config;
};

/* A node is libconfig's setting under a name of ours. */
static const config_setting_t *setting_of(const struct conf_node *node)
{
    return (const config_setting_t *)(const void *)node;
}

static const struct conf_node *node_of(const config_setting_t *setting)
{
    return (const struct conf_node *)(const void *)setting;
}

/* --- reading --------------------------------------------------------------------------------- */

static enum status cannot_open(const char *path, const char *why, struct faults *faults)
{
    faults_add(faults, FAULT_ERROR, (struct place){path, 0}, _("cannot open: %s"), why);
    return STATUS_NO_INPUT;
}

/* Without O_NONBLOCK a FIFO would wait for its writer, without O_NOCTTY a terminal would become
 * ours.  *size is what the file has, or the most it may have. */
static enum status open_regular(const char *path, int *out, size_t *size, struct faults *faults)
{
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0)
        return cannot_open(path, strerror(errno), faults);
    struct stat status;
    if (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) {
        close(fd);
        return cannot_open(path, _("it is not a regular file"), faults);
    }
    *out = fd;
    *size = status.st_size < CONF_BYTES_MAX ? (size_t)status.st_size : CONF_BYTES_MAX;
    return STATUS_OK;
}

/* Reads until the end, or until it is more than there may be: in one go when the file still has
 * `size`. */
static enum status read_all(int fd, size_t size, const char *path, struct str *out,
                            struct faults *faults)
{
    enum { SPARE = 8 }; /* to see the end, and for the newline to come */
    ssize_t got = 1;
    while (got > 0 && out->len <= CONF_BYTES_MAX) {
        str_reserve(out, out->len < size ? size - out->len + SPARE : 1);
        got = read(fd, out->data + out->len, out->cap - out->len - 1);
        if (got > 0)
            out->len += (size_t)got;
        else if (got < 0 && errno == EINTR)
            got = 1;
    }
    out->data[out->len] = '\0';
    if (got < 0) {
        faults_add(faults, FAULT_ERROR, (struct place){path, 0}, _("cannot read: %s"),
                   strerror(errno));
        return STATUS_NO_INPUT;
    }
    return STATUS_OK;
}

/* --- parsing --------------------------------------------------------------------------------- */

/* conf_scan refuses @include; should a version of libconfig know another spelling, it fails. */
#if LIBCONFIG_VER_MAJOR > 1 || LIBCONFIG_VER_MINOR >= 7
static const char **refuse_include(config_t *config, const char *folder, const char *path,
                                   const char **error)
{
    (void)config;
    (void)folder;
    (void)path;
    *error = "@include is not allowed";
    return NULL;
}

static void forbid_include(config_t *config)
{
    config_set_include_func(config, refuse_include);
}
#else
static void forbid_include(config_t *config)
{
    config_set_include_dir(config, "/dev/null"); /* every path is looked for below it */
}
#endif

static void complain(const struct conf *conf, const char *name, struct faults *faults)
{
    int line = config_error_line(&conf->config);
    faults_add(faults, FAULT_ERROR, (struct place){name, line},
               _("libconfig cannot read this line or what stands just before it: %s"),
               config_error_text(&conf->config));
}

/* libconfig does not survive running out of memory, so what a text of so many bytes usually takes
 * must be there before it begins. */
static void prove_memory(size_t len)
{
    size_t bytes = PARSE_BYTES + len * PARSE_BYTES_PER_BYTE;
    void *room = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0);
    if (room == MAP_FAILED)
        memory_out();
    munmap(room, bytes);
}

/* Vets and parses a text, which it may add to. */
static enum status parse(const char *name, struct str *text, struct conf **out,
                         struct faults *faults)
{
    *out = NULL;
    if (text->len > CONF_BYTES_MAX) {
        faults_add(faults, FAULT_ERROR, (struct place){name, 0}, _("the file is larger than %d MB"),
                   CONF_BYTES_MAX / (1024 * 1024));
        return STATUS_DATA;
    }
    static const char mark[] = "\xef\xbb\xbf"; /* of the byte order, which some editors write */
    size_t skip = strncmp(str_text(text), mark, strlen(mark)) == 0 ? strlen(mark) : 0;
    if (!conf_scan(str_text(text) + skip, text->len - skip, name, faults))
        return STATUS_DATA;
    struct conf *conf = xcalloc(1, sizeof *conf);
    prove_memory(text->len);
    config_init(&conf->config);
    forbid_include(&conf->config);
    str_addc(text, '\n'); /* libconfig 1.5 wants one behind a comment */
    if (config_read_string(&conf->config, str_text(text) + skip) == CONFIG_TRUE) {
        *out = conf;
        return STATUS_OK;
    }
    complain(conf, name, faults);
    conf_free(conf);
    return STATUS_DATA;
}

enum status conf_read(const char *path, struct conf **out, struct faults *faults)
{
    *out = NULL;
    int fd = -1;
    size_t size = 0;
    enum status status = open_regular(path, &fd, &size, faults);
    if (status != STATUS_OK)
        return status;
    struct str text = {0};
    status = read_all(fd, size, path, &text, faults);
    close(fd);
    if (status == STATUS_OK)
        status = parse(path, &text, out, faults);
    str_free(&text);
    return status;
}

enum status conf_parse(const char *name, const char *bytes, size_t len, struct conf **out,
                       struct faults *faults)
{
    struct str text = {0};
    str_addn(&text, bytes, len);
    enum status status = parse(name, &text, out, faults);
    str_free(&text);
    return status;
}

void conf_free(struct conf *conf)
{
    if (conf == NULL)
        return;
    config_destroy(&conf->config);
    free(conf);
}

/* --- looking --------------------------------------------------------------------------------- */

const struct conf_node *conf_root(const struct conf *conf)
{
    return node_of(config_root_setting(&conf->config));
}

enum conf_type conf_type(const struct conf_node *node)
{
    switch (config_setting_type(setting_of(node))) {
    case CONFIG_TYPE_GROUP:
        return CONF_GROUP;
    case CONFIG_TYPE_LIST:
        return CONF_LIST;
    case CONFIG_TYPE_ARRAY:
        return CONF_ARRAY;
    case CONFIG_TYPE_STRING:
        return CONF_STRING;
    case CONFIG_TYPE_BOOL:
        return CONF_BOOL;
    case CONFIG_TYPE_FLOAT:
        return CONF_FLOAT;
    default: /* CONFIG_TYPE_INT and CONFIG_TYPE_INT64 */
        return CONF_INT;
    }
}

const char *conf_name(const struct conf_node *node)
{
    const char *name = config_setting_name(setting_of(node));
    return name == NULL ? "" : name;
}

int conf_line(const struct conf_node *node)
{
    return (int)config_setting_source_line(setting_of(node));
}

int conf_count(const struct conf_node *node)
{
    return config_setting_length(setting_of(node));
}

const struct conf_node *conf_at(const struct conf_node *node, int index)
{
    return node_of(config_setting_get_elem(setting_of(node), (unsigned)index));
}

const struct conf_node *conf_member(const struct conf_node *node, const char *name)
{
    if (conf_type(node) != CONF_GROUP)
        return NULL;
    return node_of(config_setting_get_member(setting_of(node), name));
}

const char *conf_string(const struct conf_node *node)
{
    return conf_type(node) == CONF_STRING ? config_setting_get_string(setting_of(node)) : NULL;
}

bool conf_int(const struct conf_node *node, int *out)
{
    if (conf_type(node) != CONF_INT)
        return false;
    long long value = config_setting_get_int64(setting_of(node));
    if (value < INT_MIN || value > INT_MAX)
        return false;
    *out = (int)value;
    return true;
}

bool conf_bool(const struct conf_node *node, bool *out)
{
    if (conf_type(node) != CONF_BOOL)
        return false;
    *out = config_setting_get_bool(setting_of(node)) == CONFIG_TRUE;
    return true;
}
