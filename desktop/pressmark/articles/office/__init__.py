"""What word processors and publishers write: DOCX, ODT, RTF, EPUB."""
