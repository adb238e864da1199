#pragma once

/// The commit that was built, as `git describe` tells it; empty when that was not said.
const char *build_commit(void);
