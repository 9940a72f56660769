/* The program `python3`: the usual one, except that as the first process of a container it obeys
 * SIGTERM from the start. The kernel keeps from that process each signal that it has no handler for,
 * so one is set before anything is loaded; what is started later sets its own. */
#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static void end(int number) { _exit(128 + number); }

int main(int argc, char **argv)
{
    if (getpid() == 1)
        signal(SIGTERM, end);

    void *library = dlopen("libpython3.13.so.1.0", RTLD_LAZY | RTLD_GLOBAL);
    int (*python)(int, char **) = library ? dlsym(library, "Py_BytesMain") : NULL;
    if (python)
        return python(argc, argv);
    fprintf(stderr, "%s\n", dlerror());
    return 127;
}
