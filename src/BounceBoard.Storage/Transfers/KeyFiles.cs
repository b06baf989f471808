using System.Xml;
using System.Xml.Linq;

namespace BounceBoard.Storage.Transfers;

/// <summary>Data Protection keys that lie as files beside a SQLite database, as rows of the table that nodes share.</summary>
internal static class KeyFiles
{
    /// <returns>Name, XML and time of each, by name; encrypted keys stay encrypted.</returns>
    public static IEnumerable<MovedRow> Read(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.xml").Order(StringComparer.Ordinal).Select(Row) : [];

    private static XElement Load(string file)
    {
        try
        {
            return XElement.Load(file);
        }
        catch (XmlException fault)
        {
            throw new InvalidOperationException($"The key file {file} cannot be read: {fault.Message} Restore it from a backup, or take it away.", fault);
        }
    }

    private static MovedRow Row(string file)
    {
        var key = Load(file);
        var made = (DateTimeOffset?)key.Element("creationDate") ?? File.GetLastWriteTimeUtc(file);
        var name = Path.GetFileNameWithoutExtension(file);
        return new MovedRow([name, key.ToString(SaveOptions.DisableFormatting), made.ToUnixTimeMilliseconds()], [name], 0);
    }
}
