#include "tests/server/http/AttackCases.h"

namespace countersign {

namespace {

const QByteArray kSmuggled = "GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n";

QByteArray post(const QByteArray &framing, const QByteArray &body)
{
    return "POST /a HTTP/1.1\r\nHost: h\r\n" + framing + "\r\n" + body;
}

QByteArray chunked(const QByteArray &body)
{
    return post("Transfer-Encoding: chunked\r\n", body);
}

QByteArray get(const QByteArray &fields)
{
    return "GET /a HTTP/1.1\r\nHost: h\r\n" + fields + "\r\n" + kSmuggled;
}

QByteArray line(const QByteArray &requestLine)
{
    return requestLine + "\r\nHost: h\r\n\r\n" + kSmuggled;
}

QList<AttackCase> lengthCases()
{
    const QByteArray chunks = "0\r\n\r\n" + kSmuggled;
    return {
        {"length and chunked", post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", chunks), 400},
        {"chunked and length", post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", chunks), 400},
        {"chunked and length 0", post("Transfer-Encoding: chunked\r\nContent-Length: 0\r\n", chunks), 400},
        {"two equal lengths", post("Content-Length: 0\r\nContent-Length: 0\r\n", kSmuggled), 400},
        {"two different lengths", post("Content-Length: 0\r\nContent-Length: 36\r\n", kSmuggled), 400},
        {"two lengths in other case", post("content-length: 0\r\nCONTENT-LENGTH: 36\r\n", kSmuggled), 400},
        {"list of equal lengths", post("Content-Length: 0, 0\r\n", kSmuggled), 400},
        {"list of lengths", post("Content-Length: 0, 36\r\n", kSmuggled), 400},
        {"negative length", post("Content-Length: -1\r\n", kSmuggled), 400},
        {"signed length", post("Content-Length: +0\r\n", kSmuggled), 400},
        {"hexadecimal length", post("Content-Length: 0x0\r\n", kSmuggled), 400},
        {"length with a space inside", post("Content-Length: 1 0\r\n", kSmuggled), 400},
        {"length with letters", post("Content-Length: 0abc\r\n", kSmuggled), 400},
        {"empty length", post("Content-Length:\r\n", kSmuggled), 400},
        {"length past 64 bits", post("Content-Length: 18446744073709551616\r\n", kSmuggled), 400},
        {"length of 2^63", post("Content-Length: 9223372036854775808\r\n", kSmuggled), 400},
        {"decimal point in the length", post("Content-Length: 0.0\r\n", kSmuggled), 400},
        {"length in other digits", post("Content-Length: \xd9\xa0\r\n", kSmuggled), 400},
        {"space before the colon of a length", post("Content-Length : 0\r\n", kSmuggled), 400},
        {"length with an underscore", post("Content-Length: 1_0\r\n", kSmuggled), 400},
        {"length with an exponent", post("Content-Length: 0e1\r\n", kSmuggled), 400},
        {"length behind a form feed", post("Content-Length: \x0c" "0\r\n", kSmuggled), 400},
        {"folded length", post("Content-Length:\r\n 0\r\n", kSmuggled), 400},
        {"length behind a bare LF", post("X: y\nContent-Length: 36\r\n", kSmuggled), 400},
        {"body larger than allowed", post("Content-Length: 99999999\r\n", "x"), 413},
    };
}

QList<AttackCase> encodingCases()
{
    const QByteArray chunks = "0\r\n\r\n" + kSmuggled;
    const auto encoding = [&chunks](const QByteArray &value) {
        return post("Transfer-Encoding: " + value + "\r\n", chunks);
    };
    return {
        {"gzip, chunked", encoding("gzip, chunked"), 400},
        {"chunked, identity", encoding("chunked, identity"), 400},
        {"chunked, chunked", encoding("chunked, chunked"), 400},
        {"identity", encoding("identity"), 400},
        {"xchunked", encoding("xchunked"), 400},
        {"chunked with parameter", encoding("chunked;q=1"), 400},
        {"quoted chunked", encoding("\"chunked\""), 400},
        {"chunked behind a vertical tab", encoding("\x0b" "chunked"), 400},
        {"chunked behind a no-break space", encoding("\xa0" "chunked"), 400},
        {"chunked with a NUL", encoding(QByteArray("chunked\0", 8)), 400},
        {"comma before chunked", encoding(", chunked"), 400},
        {"tab before the colon", post("Transfer-Encoding\t: chunked\r\n", chunks), 400},
        {"encodings in other case", post("transfer-encoding: chunked\r\nTRANSFER-ENCODING: identity\r\n", chunks), 400},
        {"encoding on GET with a length", "GET /a HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks, 400},
        {"empty encoding", encoding(""), 400},
        {"encoding with a comma", encoding("chunked,"), 400},
        {"two encodings", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", chunks), 400},
        {"two different encodings", post("Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n", chunks), 400},
        {"space before the colon", post("Transfer-Encoding : chunked\r\n", chunks), 400},
        {"folded encoding", post("Transfer-Encoding:\r\n chunked\r\n", chunks), 400},
        {"field hidden by a fold", post("X: y\r\n Transfer-Encoding: chunked\r\n", chunks), 400},
        {"field behind a bare LF", post("X: y\nTransfer-Encoding: chunked\r\n", chunks), 400},
        {"field behind a bare CR", post("X: y\rTransfer-Encoding: chunked\r\n", chunks), 400},
        {"chunked in HTTP/1.0", "POST /a HTTP/1.0\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks, 400},
    };
}

QList<AttackCase> chunkCases()
{
    return {
        {"chunk extension", chunked("1;a=b\r\nx\r\n0\r\n\r\n" + kSmuggled), 400},
        {"extension with a line feed", chunked("1;a\nb\r\nx\r\n0\r\n\r\n" + kSmuggled), 400},
        {"extension of the last chunk", chunked("0;a\r\n\r\n" + kSmuggled), 400},
        {"chunk size ended by LF", chunked("1\nx\r\n0\r\n\r\n" + kSmuggled), 400},
        {"chunk size ended by CR", chunked("1\rx\r\n0\r\n\r\n" + kSmuggled), 400},
        {"chunk data longer than its size", chunked("1\r\nxy\r\n0\r\n\r\n" + kSmuggled), 400},
        {"chunk data without its line end", chunked("1\r\nx0\r\n\r\n" + kSmuggled), 400},
        {"chunk data ended by LF", chunked("1\r\nx\n0\r\n\r\n" + kSmuggled), 400},
        {"chunk data ended by CR", chunked("1\r\nx\r0\r\n\r\n" + kSmuggled), 400},
        {"last chunk ended by LF", chunked("0\n\r\n" + kSmuggled), 400},
        {"body ended by LF", chunked("0\r\n\n" + kSmuggled), 400},
        {"signed chunk size", chunked("+1\r\nx\r\n0\r\n\r\n" + kSmuggled), 400},
        {"chunk size with an underscore", chunked("1_0\r\nx\r\n0\r\n\r\n" + kSmuggled), 400},
        {"chunk size with a tab", chunked("1\t\r\nx\r\n0\r\n\r\n" + kSmuggled), 400},
        {"chunk size with a NUL", chunked(QByteArray("1\0\r\nx\r\n0\r\n\r\n", 12) + kSmuggled), 400},
        {"trailer with an encoding", chunked("0\r\nTransfer-Encoding: chunked\r\n\r\n" + kSmuggled), 400},
        {"trailer folded into the next request", chunked("0\r\n X: y\r\n\r\n" + kSmuggled), 400},
        {"negative chunk size", chunked("-1\r\nx\r\n0\r\n\r\n" + kSmuggled), 400},
        {"chunk size with 0x", chunked("0x1\r\nx\r\n0\r\n\r\n" + kSmuggled), 400},
        {"chunk size past 64 bits", chunked("10000000000000001\r\nx\r\n0\r\n\r\n" + kSmuggled), 400},
        {"chunk size of 2^64 - 1", chunked("ffffffffffffffff\r\nx\r\n0\r\n\r\n"), 413},
        {"chunk size with a space before", chunked(" 1\r\nx\r\n0\r\n\r\n" + kSmuggled), 400},
        {"chunk size with a space after", chunked("1 \r\nx\r\n0\r\n\r\n" + kSmuggled), 400},
        {"empty chunk size", chunked("\r\nx\r\n0\r\n\r\n" + kSmuggled), 400},
        {"no chunk size at all", chunked("zzzzz\r\n0\r\n\r\n" + kSmuggled), 400},
        {"endless chunk size", chunked(QByteArray(100'000, '0')), 400},
        {"endless chunk extension", chunked("1;" + QByteArray(100'000, 'a')), 400},
        {"trailer field", chunked("0\r\nX: y\r\n\r\n" + kSmuggled), 400},
        {"trailer with a length", chunked("1\r\nx\r\n0\r\nContent-Length: 9\r\n\r\n" + kSmuggled), 400},
        {"endless trailer", chunked("0\r\nX: " + QByteArray(100'000, 'y')), 400},
        {"chunks larger than allowed", chunked("fffffff\r\nx"), 413},
    };
}

QList<AttackCase> lineCases()
{
    return {
        {"empty line first", "\r\n" + kSmuggled, 400},
        {"line feed first", "\n" + kSmuggled, 400},
        {"not HTTP", "hello\r\n\r\n", 400},
        {"bytes of a TLS handshake", QByteArray::fromHex("16030100a5010000a10303") + "\r\n\r\n", 400},
        {"HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400},
        {"HTTP/0.9", "GET /a\r\n\r\n", 400},
        {"version 1.2", line("GET /a HTTP/1.2"), 400},
        {"version 2.0", line("GET /a HTTP/2.0"), 400},
        {"version with more digits", line("GET /a HTTP/1.10"), 400},
        {"lower case protocol", line("GET /a http/1.1"), 400},
        {"version 0.9", line("GET /a HTTP/0.9"), 400},
        {"version 3.0", line("GET /a HTTP/3.0"), 400},
        {"version with three numbers", line("GET /a HTTP/1.1.1"), 400},
        {"version with a leading zero", line("GET /a HTTP/01.1"), 400},
        {"version with a comma", line("GET /a HTTP/1,1"), 400},
        {"version without a number", line("GET /a HTTP/"), 400},
        {"other protocol", line("GET /a HTTPS/1.1"), 400},
        {"space inside the version", line("GET /a HTTP/ 1.1"), 400},
        {"vertical tab for space", line("GET\x0b/a\x0bHTTP/1.1"), 400},
        {"bare CR in the request line", line("GET /a\rHTTP/1.1"), 400},
        {"second request line", line("GET /a HTTP/1.1\r\nGET /b HTTP/1.1"), 400},
        {"method with high bytes", line("G\xc3\x8bT /a HTTP/1.1"), 400},
        {"endless method", QByteArray(200'000, 'G'), 431},
        {"relative target", line("GET a HTTP/1.1"), 400},
        {"absolute target of another scheme", line("GET file:///etc/passwd HTTP/1.1"), 400},
        {"control character in the target", line("GET /a\x01" "b HTTP/1.1"), 400},
        {"CR LF encoded in a percent without digits", line("GET /a%0d%0 HTTP/1.1"), 400},
        {"no version", line("GET /a"), 400},
        {"two spaces", line("GET  /a HTTP/1.1"), 400},
        {"space in the target", line("GET /a b HTTP/1.1"), 400},
        {"tab for space", line("GET\t/a\tHTTP/1.1"), 400},
        {"space at the end", line("GET /a HTTP/1.1 "), 400},
        {"method that is no token", line("GE(T /a HTTP/1.1"), 400},
        {"no method", line(" /a HTTP/1.1"), 400},
        {"absolute target", line("GET http://other/a HTTP/1.1"), 400},
        {"authority target", line("CONNECT other:443 HTTP/1.1"), 400},
        {"asterisk target", line("OPTIONS * HTTP/1.1"), 400},
        {"fragment in the target", line("GET /a#b HTTP/1.1"), 400},
        {"backslash in the target", line("GET /a\\b HTTP/1.1"), 400},
        {"quote in the target", line("GET /a\"b HTTP/1.1"), 400},
        {"high bytes in the target", line("GET /\xc5\xa1 HTTP/1.1"), 400},
        {"broken percent", line("GET /a%4 HTTP/1.1"), 400},
        {"percent without digits", line("GET /a%zz HTTP/1.1"), 400},
        {"encoded NUL", line("GET /a%00b HTTP/1.1"), 400},
        {"NUL in the request line", line(QByteArray("GET /a\0b HTTP/1.1", 17)), 400},
        {"request line ended by LF", "GET /a HTTP/1.1\nHost: h\n\n" + kSmuggled, 400},
        {"request line too long", line("GET /" + QByteArray(9000, 'a') + " HTTP/1.1"), 431},
        {"endless request line", "GET /" + QByteArray(200'000, 'a'), 431},
    };
}

QList<AttackCase> fieldCases()
{
    QByteArray many;
    for (int i = 0; i < 101; ++i)
        many += "X-" + QByteArray::number(i) + ": y\r\n";
    return {
        {"no host", "GET /a HTTP/1.1\r\n\r\n" + kSmuggled, 400},
        {"two hosts", get("Host: other\r\n"), 400},
        {"two equal hosts", get("Host: h\r\n"), 400},
        {"empty host", "GET /a HTTP/1.1\r\nHost:\r\n\r\n" + kSmuggled, 400},
        {"host with a path", "GET /a HTTP/1.1\r\nHost: h/x\r\n\r\n" + kSmuggled, 400},
        {"host with a user", "GET /a HTTP/1.1\r\nHost: u@h\r\n\r\n" + kSmuggled, 400},
        {"host with a space", "GET /a HTTP/1.1\r\nHost: h x\r\n\r\n" + kSmuggled, 400},
        {"host with two ports", "GET /a HTTP/1.1\r\nHost: h:1:2\r\n\r\n" + kSmuggled, 400},
        {"host with letters for a port", "GET /a HTTP/1.1\r\nHost: h:http\r\n\r\n" + kSmuggled, 400},
        {"host with a port too long", "GET /a HTTP/1.1\r\nHost: h:123456\r\n\r\n" + kSmuggled, 400},
        {"host of a port alone", "GET /a HTTP/1.1\r\nHost: :80\r\n\r\n" + kSmuggled, 400},
        {"host with an open bracket", "GET /a HTTP/1.1\r\nHost: [::1\r\n\r\n" + kSmuggled, 400},
        {"host with empty brackets", "GET /a HTTP/1.1\r\nHost: []\r\n\r\n" + kSmuggled, 400},
        {"host with a tail behind its bracket", "GET /a HTTP/1.1\r\nHost: [::1]h\r\n\r\n" + kSmuggled, 400},
        {"list of hosts", "GET /a HTTP/1.1\r\nHost: h, other\r\n\r\n" + kSmuggled, 400},
        {"hosts in other case", "GET /a HTTP/1.1\r\nhost: h\r\nHOST: other\r\n\r\n" + kSmuggled, 400},
        {"line of spaces", get("  \r\n"), 400},
        {"form feed in a value", get("X: a\x0c" "b\r\n"), 400},
        {"field without colon", get("Nonsense\r\n"), 400},
        {"field without name", get(": y\r\n"), 400},
        {"name with a space", get("X Y: z\r\n"), 400},
        {"name with a parenthesis", get("X(: z\r\n"), 400},
        {"name with high bytes", get("X\xc5\xa1: z\r\n"), 400},
        {"NUL in a value", get(QByteArray("X: a\0b\r\n", 8)), 400},
        {"NUL in a name", get(QByteArray("X\0Y: b\r\n", 8)), 400},
        {"delete character in a value", get("X: a\x7f\r\n"), 400},
        {"escape character in a value", get("X: a\x1b\r\n"), 400},
        {"bare CR in a value", get("X: a\rb\r\n"), 400},
        {"first field folded", "GET /a HTTP/1.1\r\n Host: h\r\n\r\n" + kSmuggled, 400},
        {"folded with a tab", get("X: a\r\n\tb\r\n"), 400},
        {"unknown expectation", get("Expect: 200-ok\r\n"), 400},
        {"too many fields", get(many), 431},
        {"one field too large", get("X: " + QByteArray(17 * 1024, 'y') + "\r\n"), 431},
        {"endless header", "GET /a HTTP/1.1\r\nHost: h\r\nX: " + QByteArray(300'000, 'y'), 431},
        {"LF LF ends the header", "GET /a HTTP/1.1\r\nHost: h\n\n" + kSmuggled, 400},
        {"CR CR LF ends a line", "GET /a HTTP/1.1\r\nHost: h\r\r\n\r\n" + kSmuggled, 400},
    };
}

} // namespace

QList<AttackCase> attackCases()
{
    return lengthCases() + encodingCases() + chunkCases() + lineCases() + fieldCases();
}

} // namespace countersign
