using System.Globalization;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Operations.Evidence;

/// <summary>The database could not take all of an input: what is stored of it, what is not, and what to do.</summary>
public sealed class IntakeStoppedException : InvalidOperationException
{
    internal IntakeStoppedException(string name, int stored, Exception fault)
        : base(Text(name, stored, StorageFaults.Of(fault) == StorageFault.Full), fault) =>
        (Stored, IsFull) = (stored, StorageFaults.Of(fault) == StorageFault.Full);

    /// <summary>Items of the input that are committed.</summary>
    public int Stored { get; }

    /// <summary>The disk is full; else the database does not answer.</summary>
    public bool IsFull { get; }

    private static string Text(string name, int stored, bool isFull)
    {
        var why = isFull ? "The disk of the database is full" : "The database does not answer";
        var what = stored == 0
            ? $"nothing of '{name}' was stored"
            : string.Create(CultureInfo.InvariantCulture, $"the first {stored} items of '{name}' are stored, the rest is not");
        return $"{why}: {what}. {(isFull ? "Free space" : "Start it")} and send the same again; what is stored folds as a duplicate.";
    }
}
