// Builds the console and the public pages after install.
