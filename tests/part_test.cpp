// Walking through XML that others have written.

#include "xml/part.h"

#include <doctest/doctest.h>
#include <string>

namespace taisho {
namespace {

// b, e and t with the name or text of each event; 壊 where the part is broken.
std::string walked(std::string_view bytes) {
    PartReader reader{std::string(bytes)};
    std::string events;
    for (;;) {
        switch (reader.next()) {
        case PartEvent::begin: events += "b:" + std::string(reader.name()) + " "; break;
        case PartEvent::end: events += "e:" + std::string(reader.name()) + " "; break;
        case PartEvent::text: events += "t:" + std::string(reader.text()) + " "; break;
        case PartEvent::finished: return events;
        case PartEvent::broken: return events + "壊";
        }
    }
}

TEST_CASE("部分の要素は、始まり、文、終わりの順に読む") {
    CHECK(walked("<?xml version=\"1.0\"?>\n<!-- 注 --><a><b/>文<c>字</c></a>\n") ==
          "b:a b:b e:b t:文 b:c t:字 e:c e:a ");
}

TEST_CASE("名前空間の接頭辞は、名前のうちに入らない") {
    CHECK(walked("<x:a xmlns:x=\"urn:a\"><x:b/></x:a>") == "b:a b:b e:b e:a ");
}

TEST_CASE("参照と改行は、文字になる") {
    CHECK(walked("<a>1 &lt; 2 &amp;&#x3042;&#12356;\r\n3\r4&#13;</a>") == "b:a t:1 < 2 &あい\n3\n4\r e:a ");
}

TEST_CASE("CDATA の中は、そのまま文字である") {
    CHECK(walked("<a><![CDATA[<b>&amp;]]></a>") == "b:a t:<b>&amp; e:a ");
}

TEST_CASE("属性は、接頭辞のないものとあるものを分けて読む") {
    PartReader reader("<c xmlns:r='urn:r' s='1' r:id = \"r&amp;1\" id='2' t=\"a>b\"/>");
    REQUIRE(reader.next() == PartEvent::begin);
    CHECK(reader.attribute("id") == "2");
    CHECK(reader.prefixed_attribute("id") == "r&1");
    CHECK(reader.attribute("r") == "");
    CHECK(reader.prefixed_attribute("r") == "");
    CHECK(reader.attribute("t") == "a>b");
}

TEST_CASE("要らない要素は、中ごと飛ばす") {
    PartReader reader("<a><b><b>1</b><c/></b>2</a>");
    REQUIRE(reader.next() == PartEvent::begin);
    REQUIRE(reader.next() == PartEvent::begin);
    CHECK(reader.skip());
    CHECK(reader.next() == PartEvent::text);
    CHECK(reader.text() == "2");
}

TEST_CASE("XML でないものは、そこで壊れている") {
    for (const std::string_view bytes :
         {"", " ", "<a>", "<a", "<a></b>", "</a>", "<a/><b/>", "<a b/>", "<a b=c/>", "<a b='1/>",
          "<a>&#xD800;</a>", "<a><!-- </a>", "<a><![CDATA[</a>", "<a><?b </a>", "<!DOCTYPE a><a/>",
          "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}) {
        CAPTURE(bytes);
        CHECK(walked(bytes).ends_with("壊"));
    }
}

std::string nested(int depth) {
    std::string bytes;
    for (int i = 0; i < depth; ++i) bytes += "<a>";
    for (int i = 0; i < depth; ++i) bytes += "</a>";
    return bytes;
}

TEST_CASE("六十四段より深い入れ子は読まない") {
    CHECK(!walked(nested(64)).ends_with("壊"));
    CHECK(walked(nested(65)).ends_with("壊"));
}

TEST_CASE("木にすると一ギガバイトを超える部分は、読み始めない") {
    std::string bytes = "<a>";
    for (int i = 0; i < 6'000'000; ++i) bytes += "<b/><";
    CHECK(walked(bytes) == "壊");
}

} // namespace
} // namespace taisho
