using System.Xml.Linq;
using BounceBoard.Storage.Keys;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace BounceBoard.Operations.Keys;

/// <summary>
/// The key ring in the database. Of nodes that find no usable key at the same moment one makes it: a node that decided on what it had read
/// before another's key came stores nothing, reads again, and uses the other's. Else each would sign with a key that the other does not know.
/// </summary>
internal sealed class SharedKeys(KeyTable table, TimeProvider time) : IXmlRepository
{
    private volatile IReadOnlySet<string> _known = new HashSet<string>();

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var rows = table.List();
        _known = rows.Select(row => row.Name).ToHashSet(StringComparer.Ordinal);
        return [.. rows.Select(row => XElement.Parse(row.Xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        var row = new KeyRow
        {
            Name = friendlyName,
            Xml = element.ToString(SaveOptions.DisableFormatting),
            CreatedAt = time.GetUtcNow(),
        };
        // A revocation counts whatever else was stored.
        table.Add(row, element.Name.LocalName == "key" ? _known : null);
    }
}
