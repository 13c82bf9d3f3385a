// Reads the commands; what they do is still to be written.
#include <iostream>
#include <string>

int main() {
    std::ios::sync_with_stdio(false);
    std::string command;
    while (std::cin >> command) {
        if (command == "set") {
            std::string name;
            long long score;
            std::cin >> name >> score;
        } else if (command == "drop") {
            std::string name;
            std::cin >> name;
        } else {  // purge, top, near
            long long number;
            std::cin >> number;
        }
    }
}
