"""Faults planted into shell commands and into C++ or Java are faults, each named once, and what is not code is left alone."""

from __future__ import annotations

from gradus.kinds import program_mutants, shell_mutants

SCRIPT = """# git is named here, but this is a comment
git merge --no-ff topic
cat > f.txt <<'EOF'
one --two
EOF
git commit -m "say --no-ff" \\
  --quiet
"""
CPP = """#include <vector>  // a < b
int main() {
    std::vector<int> v(3);
    for (int i = 0; i < 3; ++i) v[i] = i;
    const char* s = "a < b";
    if (v[0] == 0 && s) return 1;
}
"""


def test_each_command_is_left_out_once_with_all_that_belongs_to_it() -> None:
    found = [m for m in shell_mutants.mutants(SCRIPT) if m.what.startswith("leaves out:")]
    assert [m.what for m in found] == [
        "leaves out: git merge --no-ff topic",
        "leaves out: cat > f.txt <<'EOF'",
        'leaves out: git commit -m "say --no-ff" \\',
    ]
    assert "one --two" not in found[1].text
    assert "--quiet" not in found[2].text
    assert found[1].line == 3


def test_options_and_lines_of_a_here_document_are_left_out() -> None:
    whats = {m.what for m in shell_mutants.mutants(SCRIPT)}
    assert "leaves out --no-ff in: git merge --no-ff topic" in whats
    assert "leaves out the line: one --two" in whats


def test_operators_constants_and_statements_change_but_not_templates_comments_texts_and_includes() -> None:
    found = program_mutants.mutants(CPP)
    whats = [m.what for m in found]
    assert any(w.startswith("< to <= in: for (int i = 0") for w in whats)
    assert any(w.startswith("== to != in: if") for w in whats)
    assert any(w.startswith("&& to || in: if") for w in whats)
    assert all("vector<int>" in m.text and "// a < b" in m.text and '"a < b"' in m.text for m in found)
    assert len({m.hash for m in found}) == len(found)
    assert all(m.text != CPP for m in found)
