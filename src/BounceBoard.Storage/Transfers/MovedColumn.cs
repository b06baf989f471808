using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Transfers;

/// <summary>A column as the target keeps it.</summary>
internal sealed record MovedColumn(string Name, MovedKind Kind)
{
    /// <summary>The value as it goes into the target.</summary>
    /// <param name="value">As the source's driver hands it over.</param>
    /// <exception cref="InvalidDataException">It is not of the column's type.</exception>
    public object? Convert(object value) => (Kind, value) switch
    {
        (_, DBNull) => null,
        (MovedKind.Bigint, long number) => number,
        (MovedKind.Integer, long number and >= int.MinValue and <= int.MaxValue) => (int)number,
        (MovedKind.Boolean, long number and (0 or 1)) => number == 1,
        (MovedKind.Text, string text) => StorableText.Of(text),
        (MovedKind.Bytes, byte[] bytes) => bytes,
        _ => throw new InvalidDataException($"a value in column {Name} is not of its type ({Kind})"),
    };

    public void Write(object? value, IRowSink sink)
    {
        switch (Kind)
        {
            case MovedKind.Bigint:
                sink.Write((long?)value);
                break;
            case MovedKind.Integer:
                sink.Write((int?)value);
                break;
            case MovedKind.Boolean:
                sink.Write((bool?)value);
                break;
            case MovedKind.Text:
                sink.Write((string?)value);
                break;
            case MovedKind.Bytes:
                sink.Write((byte[]?)value ?? throw new InvalidDataException($"column {Name} holds nothing"));
                break;
        }
    }

    /// <summary>About what the value takes in memory, bytes.</summary>
    public static int SizeOf(object? value) => value switch
    {
        string text => text.Length * 2,
        byte[] bytes => bytes.Length,
        _ => 8,
    };
}
