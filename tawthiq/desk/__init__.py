"""The reading room: the ledger in a browser, for people who read, check and write."""

from tawthiq.desk.app import create_app as create_app
from tawthiq.desk.serve import serve as serve
from tawthiq.desk.settings import Settings as Settings
