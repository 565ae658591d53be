"""The writing side: from a file to claims."""
