"""python -m tawthiq: the command line."""

from tawthiq.cli import main

main()
