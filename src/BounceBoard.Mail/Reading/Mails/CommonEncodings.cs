using System.Text;

namespace BounceBoard.Mail.Reading.Mails;

/// <summary>
/// Answers for the encodings that nearly every mail has, before the code pages are asked: those look each number that is not theirs up in a table on disk,
/// for every header and every part.
/// </summary>
internal sealed class CommonEncodings : EncodingProvider
{
    public static CommonEncodings Instance { get; } = new();

    public override Encoding? GetEncoding(int codepage) => codepage switch
    {
        65001 => Encoding.UTF8,
        20127 => Encoding.ASCII,
        28591 => Encoding.Latin1,
        _ => null,
    };

    public override Encoding? GetEncoding(string name) => name switch
    {
        "utf-8" or "UTF-8" => Encoding.UTF8,
        "us-ascii" or "US-ASCII" => Encoding.ASCII,
        "iso-8859-1" or "ISO-8859-1" => Encoding.Latin1,
        _ => null,
    };
}
