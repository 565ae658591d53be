"""`python -m app.cli`: the command line without an installation."""

from app.cli import main

if __name__ == "__main__":
    main()
