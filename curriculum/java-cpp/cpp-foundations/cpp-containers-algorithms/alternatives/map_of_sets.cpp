// A map from score to the names that have it
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>

using namespace std;

struct Table {
    map<string, long long> score;
    map<long long, set<string>> named;

    void drop(string const& name) {
        if (auto it = score.find(name); it != score.end()) {
            auto group = named.find(it->second);
            group->second.erase(name);
            if (group->second.empty()) named.erase(group);
            score.erase(it);
        }
    }
    void put(string const& name, long long s) {
        drop(name);
        score.emplace(name, s);
        named[s].insert(name);
    }
    void purge(long long s) {
        auto end = named.lower_bound(s);
        for (auto it = named.begin(); it != end; it = named.erase(it))
            for (auto const& name : it->second) score.erase(name);
    }
    string top(long long k) const {
        string line;
        for (auto group = named.rbegin(); group != named.rend() && k > 0; ++group)
            for (auto name = group->second.begin(); name != group->second.end() && k > 0; ++name, --k) line += (line.empty() ? "" : " ") + *name;
        return line.empty() ? "none" : line;
    }
    string near(long long s) const {
        auto group = named.lower_bound(s);
        return group == named.end() ? "none" : *group->second.begin();
    }
};

int main() {
    Table table;
    string line;
    while (getline(cin, line)) {
        istringstream words(line);
        string command, name;
        long long n = 0;
        words >> command;
        if (command == "set") {
            words >> name >> n;
            table.put(name, n);
        } else if (command == "drop") {
            words >> name;
            table.drop(name);
        } else if (words >> n) {
            if (command == "purge") table.purge(n);
            if (command == "top") cout << table.top(n) << endl;
            if (command == "near") cout << table.near(n) << endl;
        }
    }
}
