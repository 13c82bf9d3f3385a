// One ordered set with a comparison of its own, read with C's functions
#include <cstdio>
#include <cstring>
#include <map>
#include <set>
#include <string>

struct Entry {
    long long score;
    std::string name;
};
struct Better {
    bool operator()(const Entry& a, const Entry& b) const { return a.score != b.score ? a.score > b.score : a.name < b.name; }
};

int main() {
    std::set<Entry, Better> table;
    std::map<std::string, std::set<Entry, Better>::iterator> where;
    char command[16], name[1024];
    long long n;
    while (std::scanf("%15s", command) == 1) {
        if (!std::strcmp(command, "set") || !std::strcmp(command, "drop")) {
            if (std::scanf("%1023s", name) != 1) break;
            if (auto known = where.find(name); known != where.end()) {
                table.erase(known->second);
                where.erase(known);
            }
            if (command[0] == 's' && std::scanf("%lld", &n) == 1) where[name] = table.insert(Entry{n, name}).first;
            continue;
        }
        if (std::scanf("%lld", &n) != 1) break;
        if (!std::strcmp(command, "purge")) {
            auto it = table.upper_bound(Entry{n, std::string(1100, '\x7f')});
            while (it != table.end()) {
                where.erase(it->name);
                it = table.erase(it);
            }
        } else if (!std::strcmp(command, "top")) {
            long long left = n;
            for (const auto& entry : table) {
                if (left-- == 0) break;
                std::printf(left == n - 1 ? "%s" : " %s", entry.name.c_str());
            }
            std::puts(table.empty() ? "none" : "");
        } else {
            auto behind = table.upper_bound(Entry{n, std::string(1100, '\x7f')});
            if (behind == table.begin()) {
                std::puts("none");
            } else {
                --behind;
                std::puts(table.lower_bound(Entry{behind->score, ""})->name.c_str());
            }
        }
    }
    return 0;
}
