"""From a saved original to blocks and what the page says of itself."""

from tawthiq.page.read import read_page as read_page
