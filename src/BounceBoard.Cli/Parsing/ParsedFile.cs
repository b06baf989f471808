namespace BounceBoard.Cli.Parsing;

/// <summary>What reading one small file gave, held until its turn to be written.</summary>
internal sealed record ParsedFile(ReadOnlyMemory<byte> Lines, string Errors, int Exit)
{
    public static async Task<ParsedFile> ReadAsync(string file, string? format, CancellationToken cancellationToken)
    {
        using var lines = new MemoryStream();
        await using var errors = new StringWriter();
        var exit = await new ParseFile(lines, errors, format).RunAsync(file, cancellationToken);
        return new ParsedFile(lines.ToArray(), errors.ToString(), exit);
    }
}
