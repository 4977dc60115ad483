"""The checks: each a capability, judged by a notice's data. Evidence in, observations out; no input or output."""
