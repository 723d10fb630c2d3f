#include "xlsx/number_format.h"

#include <algorithm>
#include <utility>

namespace taisho {

std::string_view built_in_format(unsigned number) {
    constexpr std::string_view era = "[$-411]ge.m.d", era_in_words = "[$-411]ggge\"年\"m\"月\"d\"日\"",
                               year_and_month = "yyyy\"年\"m\"月\"", month_and_day = "m\"月\"d\"日\"";
    constexpr std::pair<unsigned, std::string_view> codes[] = {
        {1, "0"},
        {2, "0.00"},
        {3, "#,##0"},
        {4, "#,##0.00"},
        {5, "\"¥\"#,##0;\"¥\"-#,##0"},
        {6, "\"¥\"#,##0;[Red]\"¥\"-#,##0"},
        {7, "\"¥\"#,##0.00;\"¥\"-#,##0.00"},
        {8, "\"¥\"#,##0.00;[Red]\"¥\"-#,##0.00"},
        {9, "0%"},
        {10, "0.00%"},
        {11, "0.00E+00"},
        {12, "# ?/?"},
        {13, "# ?\?/??"},
        {14, "yyyy/m/d"},
        {15, "d-mmm-yy"},
        {16, "d-mmm"},
        {17, "mmm-yy"},
        {18, "h:mm AM/PM"},
        {19, "h:mm:ss AM/PM"},
        {20, "h:mm"},
        {21, "h:mm:ss"},
        {22, "yyyy/m/d h:mm"},
        {27, era},
        {28, era_in_words},
        {29, era_in_words},
        {30, "m/d/yy"},
        {31, "yyyy\"年\"m\"月\"d\"日\""},
        {32, "h\"時\"mm\"分\""},
        {33, "h\"時\"mm\"分\"ss\"秒\""},
        {34, year_and_month},
        {35, month_and_day},
        {36, era},
        {37, "#,##0;-#,##0"},
        {38, "#,##0;[Red]-#,##0"},
        {39, "#,##0.00;-#,##0.00"},
        {40, "#,##0.00;[Red]-#,##0.00"},
        {41, "_ * #,##0_ ;_ * -#,##0_ ;_ * \"-\"_ ;_ @_ "},
        {42, "_ \"¥\"* #,##0_ ;_ \"¥\"* -#,##0_ ;_ \"¥\"* \"-\"_ ;_ @_ "},
        {43, "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ "},
        {44, "_ \"¥\"* #,##0.00_ ;_ \"¥\"* -#,##0.00_ ;_ \"¥\"* \"-\"??_ ;_ @_ "},
        {45, "mm:ss"},
        {46, "[h]:mm:ss"},
        {47, "mm:ss.0"},
        {48, "##0.0E+0"},
        {49, "@"},
        {50, era},
        {51, era_in_words},
        {52, year_and_month},
        {53, month_and_day},
        {54, era_in_words},
        {55, year_and_month},
        {56, month_and_day},
        {57, era},
        {58, era_in_words},
    };
    const auto* found = std::ranges::find(codes, number, &std::pair<unsigned, std::string_view>::first);
    return found != std::end(codes) ? found->second : "General";
}

} // namespace taisho
