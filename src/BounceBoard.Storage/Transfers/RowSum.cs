using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BounceBoard.Storage.Transfers;

/// <summary>
/// A checksum of rows in any order: the SHA-256 of each row's canonical text, added up without carry between four words of 64 bits. It tells
/// accidents, not forgers; neither side has to sort.
/// </summary>
internal sealed class RowSum
{
    private readonly ArrayBufferWriter<byte> _row = new(4096);
    private readonly ulong[] _sum = new ulong[4];

    public long Rows { get; private set; }

    public void Add(ReadOnlySpan<object?> row)
    {
        _row.ResetWrittenCount();
        foreach (var value in row)
        {
            Append(value);
        }
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_row.WrittenSpan, hash);
        for (var i = 0; i < _sum.Length; i++)
        {
            _sum[i] = unchecked(_sum[i] + BinaryPrimitives.ReadUInt64BigEndian(hash[(i * 8)..]));
        }
        Rows++;
    }

    public override string ToString() => string.Concat(_sum.Select(word => word.ToString("x16", CultureInfo.InvariantCulture)));

    // Each value carries its length, so that no two rows read alike.
    private void Append(object? value)
    {
        switch (value)
        {
            case null:
                BinaryPrimitives.WriteInt32BigEndian(_row.GetSpan(4), -1);
                _row.Advance(4);
                break;
            case byte[] bytes:
                bytes.CopyTo(Room(bytes.Length));
                _row.Advance(bytes.Length);
                break;
            case string text:
                Append(text);
                break;
            case bool truth:
                Append(truth ? "t" : "f");
                break;
            default:
                Append(System.Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));
                break;
        }
    }

    private void Append(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Encoding.UTF8.GetBytes(text, Room(length));
        _row.Advance(length);
    }

    private Span<byte> Room(int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(_row.GetSpan(4), length);
        _row.Advance(4);
        return _row.GetSpan(length);
    }
}
