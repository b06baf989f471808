namespace BounceBoard.Core.Domains.Spf;

/// <summary>Compares the client with the addresses of an answer.</summary>
internal static class AddressMatch
{
    /// <param name="prefix">Bits that must agree, of the client's family.</param>
    public static bool Any(RecordAnswer answer, SpfAddress client, int prefix)
    {
        foreach (var text in answer.Records)
        {
            var isRead = client.IsV6 ? SpfAddress.TryParseV6(text, out var address) : SpfAddress.TryParseV4(text, out address);
            if (isRead && client.IsWithin(address, prefix))
                return true;
        }
        return false;
    }
}
