// Runs a program several times: measure RUNS PROGRAM ARGUMENT...
// Prints one line: CPU seconds (user + system, median), wall seconds (median), peak memory in MiB (largest).
// What the program prints goes nowhere, except what it prints as errors.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

struct Cost {
    double cpu = 0, wall = 0, mebibytes = 0;
    bool succeeded = false;
};

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

[[noreturn]] void become(char** command) {
    const int nowhere = open("/dev/null", O_WRONLY);
    if (nowhere >= 0) dup2(nowhere, STDOUT_FILENO);
    execvp(command[0], command);
    std::perror(command[0]);
    _exit(127);
}

Cost run_once(char** command) {
    const auto start = std::chrono::steady_clock::now();
    const pid_t child = fork();
    if (child == 0) become(command);
    int status = 0;
    rusage used = {};
    if (child < 0 || wait4(child, &status, 0, &used) != child) return {};
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    return {seconds(used.ru_utime) + seconds(used.ru_stime), wall.count(),
            static_cast<double>(used.ru_maxrss) / 1024, // Linux counts KiB
            WIFEXITED(status) && WEXITSTATUS(status) == 0};
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char** argv) {
    const long runs = argc >= 3 ? std::strtol(argv[1], nullptr, 10) : 0;
    if (runs <= 0) {
        std::fputs("usage: measure RUNS PROGRAM ARGUMENT...\n", stderr);
        return 2;
    }
    std::vector<double> cpu, wall;
    double mebibytes = 0;
    for (long i = 0; i < runs; ++i) {
        const Cost cost = run_once(argv + 2);
        if (!cost.succeeded) return 1;
        cpu.push_back(cost.cpu);
        wall.push_back(cost.wall);
        mebibytes = std::max(mebibytes, cost.mebibytes);
    }
    std::printf("%.3f %.3f %.1f\n", median(cpu), median(wall), mebibytes);
    return 0;
}
