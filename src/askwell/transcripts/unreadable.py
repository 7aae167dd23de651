"""Says where a file stopped making sense, and what would have."""


class Unreadable(Exception):
    """`file` is no transcript we can read from `line` on, which is counted from 1.

    `expected` completes the sentence "expected ..." and quotes nothing of the file.
    """

    def __init__(self, file: str, line: int, expected: str) -> None:
        super().__init__(f"{file}, line {line}: expected {expected}")
        self.file = file
        self.line = line
        self.expected = expected
