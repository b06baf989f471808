using System.Buffers;
using BounceBoard.Core.Domains.Dkim;

namespace BounceBoard.Mail.Domains.Dkim;

/// <summary>Finds the fields that a signature names: of several with one name the last first (RFC 6376 §5.4.2).</summary>
internal sealed class SignedHeader(IReadOnlyList<DkimField> fields)
{
    private readonly ILookup<string, DkimField> _byName = fields.Reverse().ToLookup(field => field.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>What the signature is over (§3.7).</summary>
    /// <param name="field">The signature's own field.</param>
    public ReadOnlyMemory<byte> Octets(DkimSignature signature, DkimField field)
    {
        var output = new ArrayBufferWriter<byte>(2048);
        var taken = new Dictionary<string, IEnumerator<DkimField>>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in signature.SignedFields)
        {
            if (!taken.TryGetValue(name, out var next))
            {
                taken[name] = next = _byName[name].GetEnumerator();
            }
            // A name that is used up or was never there signs that there is no such field (§5.4).
            if (next.MoveNext())
                Canonical.Write(output, next.Current, signature.IsHeaderRelaxed);
        }
        Canonical.WriteSignature(output, field, signature.IsHeaderRelaxed);
        return output.WrittenMemory;
    }
}
