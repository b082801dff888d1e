//! Untrusted HTML, rebuilt node by node from closed lists.
