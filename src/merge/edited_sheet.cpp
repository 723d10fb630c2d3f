#include "merge/edited_sheet.h"
