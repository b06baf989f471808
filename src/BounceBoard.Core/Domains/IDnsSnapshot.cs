namespace BounceBoard.Core.Domains;

/// <summary>What DNS was heard to say, as far as it was asked: rules judge it without a network and can judge it again later.</summary>
public interface IDnsSnapshot
{
    /// <returns>The answer, of whatever state; null when this was never asked.</returns>
    RecordAnswer? Find(string name, RecordType type);
}
