// Cases written from RFC 9535, by section.
#include "core/engine/path/json_path.h"
#include "core/engine/path/regex.h"
#include "tests/support/kit.h"

using namespace dash;
using namespace dash::test;

class TstJsonPath : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void results_data();
    void results();
    void invalid_data();
    void invalid();
    void shortForms();
    void hostileDocumentsAreRefused();
    void regexTimeIsLinear();
};

namespace {
const char *const kStore =
    R"({"store":{"book":[{"category":"reference","author":"Rees","title":"Sayings","price":8.95},{"category":"fiction","author":"Waugh","title":"Sword","price":12.99},{"category":"fiction","author":"Melville","title":"Moby Dick","isbn":"0-553","price":8.99},{"category":"fiction","author":"Tolkien","title":"Rings","isbn":"0-395","price":22.99}],"bicycle":{"color":"red","price":399}},"o":{"j j":{"k.k":3},"'":{"@":2},"a":null},"n":[0,1,2,3,4,5,6],"e":["ä","ab",true,null,{"a":[1]},[2]]})";
}

void TstJsonPath::results_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *path, const char *expected) {
        QTest::newRow(path) << QString::fromUtf8(path) << QString::fromUtf8(expected);
    };
    row("$.store.book[*].author", R"("Rees" "Waugh" "Melville" "Tolkien")");
    row("$..author", R"("Rees" "Waugh" "Melville" "Tolkien")");
    row("$.store..price", "8.95 12.99 8.99 22.99 399");
    row("$..book[2].title", R"("Moby Dick")");
    row("$..book[-1].title", R"("Rings")");
    row("$..book[0,1].title", R"("Sayings" "Sword")");
    row("$..book[:2].title", R"("Sayings" "Sword")");
    row("$..book[?@.isbn].title", R"("Moby Dick" "Rings")");
    row("$..book[?@.price<10].title", R"("Sayings" "Moby Dick")");
    row("$..book[?@.price < 10 && @.category == 'fiction'].title", R"("Moby Dick")");
    row("$..book[?!@.isbn].title", R"("Sayings" "Sword")");
    row("$..book[?(@.price > 20 || @.author=='Rees')].title", R"("Sayings" "Rings")");
    row("$.o['j j']['k.k']", "3");
    row("$.o[\"'\"][\"@\"]", "2");
    row("$.o['\\u0061']", "null");
    row("$.n[1:5:2]", "1 3");
    row("$.n[5:1:-2]", "5 3");
    row("$.n[::-1]", "6 5 4 3 2 1 0");
    row("$.n[-2:]", "5 6");
    row("$.n[::0]", "");
    row("$.n[10]", "");
    row("$.n[-8]", "");
    row("$.n[0, 0]", "0 0");
    row("$.n[?@ > 4]", "5 6");
    row("$.n[?@ == $.n[3]]", "3");
    row("$.e[?length(@) == 1]", R"("ä" {"a":[1]} [2])");
    row("$.e[?count(@.*) == 1]", R"({"a":[1]} [2])");
    row("$.e[?match(@, 'a.')]", R"("ab")");
    row("$.e[?search(@, '[b]')]", R"("ab")");
    row("$.e[?value(@..a) == null]", "");
    row("$.e[?@ == true]", "true");
    row("$.e[?@ == null]", "null");
    row("$.e[?@.a == @.b]", R"("ä" "ab" true null [2])");
    row("$.e[?@[0] == 2]", "[2]");
    row("$.o[?@.x == @.y]", R"({"k.k":3} {"@":2} null)");
    row("$.store.book[?match(@.author, '[A-Z]e.*')].author", R"("Rees" "Melville")");
    row("$.store.*.color", R"("red")");
    row("$ .o .a", "null");
    row("$['n'][?@>=6.0]", "6");
    row("$.missing.deep", "");
}

void TstJsonPath::results()
{
    QFETCH(QString, path);
    QFETCH(QString, expected);
    const auto compiled = JsonPath::compile(path);
    QVERIFY_RESULT(compiled);
    const auto found = compiled->evaluateText(kStore);
    QVERIFY_RESULT(found);
    QStringList texts;
    for (const std::string &one : *found)
        texts.push_back(QString::fromStdString(one));
    QCOMPARE(texts.join(u' '), expected);
}

void TstJsonPath::invalid_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path : {"",
                             "a",
                             "$.",
                             "$..",
                             "$.a.",
                             "$[",
                             "$[]",
                             "$['a",
                             "$[01]",
                             "$[-0]",
                             "$[1.0]",
                             "$[9007199254740992]",
                             "$.1a",
                             "$. a",
                             "$[?]",
                             "$[?@.a==]",
                             "$[?1]",
                             "$[?@.* == 1]",
                             "$[?count(1) > 1]",
                             "$[?length(@.*) > 1]",
                             "$[?match(@.a, 'x') == true]",
                             "$[?length(@)]",
                             "$[?foo(@)]",
                             "$['\\x']",
                             "$[?@.a == 01]",
                             " $",
                             "$ ",
                             "$[1 2]",
                             "$[?(@.a]",
                             "$['\\ud800']",
                             "$[?!1 == 1]"})
        QTest::newRow(path) << QString::fromUtf8(path);
}

void TstJsonPath::invalid()
{
    QFETCH(QString, path);
    QCOMPARE(codeOf(JsonPath::compile(path)), QStringLiteral("path.syntax"));
}

void TstJsonPath::shortForms()
{
    QCOMPARE(JsonPath::compileShort(u"data.items[0]")->text(), QStringLiteral("$.data.items[0]"));
    QCOMPARE(JsonPath::compileShort(u"[0].id")->text(), QStringLiteral("$[0].id"));
    QCOMPARE(JsonPath::compileShort(u"$.x")->text(), QStringLiteral("$.x"));
    QVERIFY(JsonPath::compileShort(u"")->isRoot());
}

void TstJsonPath::hostileDocumentsAreRefused()
{
    QCOMPARE(codeOf(JsonDocument::parse(std::string(100'000, '['))), QStringLiteral("format.too_deep"));
    for (const char *text :
         {"", "{", "[1,]", "{\"a\":}", "01", "\"\\x\"", "nul", "[1] 2", "\"open", "1.", "-", "{\"a\" 1}"})
        QVERIFY2(!JsonDocument::parse(text), text);
    QCOMPARE(codeOf(JsonPath::compile(QString(QStringLiteral("$") + QStringLiteral("[?").repeated(500)))),
             QStringLiteral("path.syntax"));
    QCOMPARE(codeOf(JsonPath::compile(QString(QStringLiteral("$") + QStringLiteral("..*").repeated(3'000)))),
             QStringLiteral("path.syntax"));
    std::string wide("[");
    for (int i = 0; i < 10000; ++i)
        wide += i == 0 ? "[1]" : ",[1]";
    wide += "]";
    QCOMPARE(codeOf(JsonPath::compile(u"$[?count($..*) > 1]")->evaluateText(wide)), QStringLiteral("path.syntax"));
}

void TstJsonPath::regexTimeIsLinear()
{
    const auto regex = Regex::compile("(a*)*(a*)*b");
    QVERIFY_RESULT(regex);
    QCOMPARE(regex->matchesWhole(std::string(5'000, 'a')), Regex::Outcome::NoMatch);
    std::vector<std::string_view> captures;
    QCOMPARE(Regex::compile("(\\d+)-(\\d+)?x")->find("on 12-x", captures), Regex::Outcome::Match);
    QCOMPARE(captures[0], std::string_view("12-x"));
    QCOMPARE(captures[1], std::string_view("12"));
    QVERIFY(captures[2].data() == nullptr);
    QCOMPARE(Regex::compile("a.*?b")->find("xaabb", captures), Regex::Outcome::Match);
    QCOMPARE(captures[0], std::string_view("aab"));
    QCOMPARE(Regex::compile("(?i)köln")->matchesWhole("KÖLN"), Regex::Outcome::Match);
    QCOMPARE(Regex::compile("\\bcat\\b")->matchesSomewhere("a cat."), Regex::Outcome::Match);
    QCOMPARE(Regex::compile("[^\\d]{2,3}")->matchesWhole("abcd"), Regex::Outcome::NoMatch);
    for (const char *wrong : {"(", "a)", "[a", "a{2,1}", "*", "a**", "\\", "(?=a)", "a{2000}", "(a{900}){900}"})
        QVERIFY2(!Regex::compile(wrong), wrong);
}

DASH_TEST(TstJsonPath)
#include "tst_json_path.moc"
