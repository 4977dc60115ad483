from verify.model import Seal


def find_and_read(image, engine) -> tuple[Seal, ...]:  # type: ignore
    return ()
