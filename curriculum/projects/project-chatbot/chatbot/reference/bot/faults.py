"""What went wrong outside of this program, as one plain sentence that says what to do next."""

import errno


class Fault(Exception):
    """The input or the machine is at fault; its text is one sentence for the person at the keyboard. The program ends with exit code 2."""

    @classmethod
    def of_system(cls, error: OSError) -> "Fault":
        """The sentence for what the operating system refused."""
        where = f" ({error.filename})" if error.filename else ""
        match error.errno:
            case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
                return cls(f"The disk is full{where}: nothing was changed; make room and give the same command again.")
            case errno.EACCES | errno.EPERM | errno.EROFS:
                return cls(f"Not allowed to read or write{where}: check whose file it is and give the same command again.")
            case errno.ENOENT:
                return cls(f"No such file or folder{where}: check the path and give the same command again.")
            case errno.EADDRINUSE:
                return cls("The port is in use: choose another with --port, or stop the program that holds it.")
            case _:
                return cls(f"The system refused: {error.strerror or error}{where}.")
