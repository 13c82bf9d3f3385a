#include <iostream>
#include <vector>
int main() {
    long long sum = 0, x;
    std::vector<long long> all;
    while (std::cin >> x) all.push_back(x);
    for (;;) sum += 1;
    std::cout << sum << "\n";
}
