namespace BounceBoard.Storage.Engines;

/// <summary>Takes the values of a row in the order of its columns. Times go in as unix milliseconds, enums as their names.</summary>
internal interface IRowSink
{
    void Write(long value);

    void Write(long? value);

    void Write(int? value);

    void Write(bool value);

    void Write(bool? value);

    void Write(string? value);

    void Write(byte[] value);
}
