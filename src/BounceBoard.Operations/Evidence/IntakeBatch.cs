using BounceBoard.Mail.Unpacking;

namespace BounceBoard.Operations.Evidence;

/// <summary>Items that will be stored in one transaction: many small ones, or one large one.</summary>
internal sealed class IntakeBatch
{
    private const int MostItems = 256;
    private const int MostBytes = 4 * 1024 * 1024;

    private readonly List<EvidenceItem> _items = [];
    private int _bytes;

    public IReadOnlyList<EvidenceItem> Items => _items;

    public bool IsFull => _items.Count >= MostItems || _bytes >= MostBytes;

    public void Add(EvidenceItem item)
    {
        _items.Add(item);
        _bytes += item.Content.Length;
    }

    public void Clear()
    {
        _items.Clear();
        _bytes = 0;
    }
}
