using BounceBoard.Operations.Outside;

namespace BounceBoard.Operations.Tests.Webhooks;

/// <summary>An Internet of the test's own: what it does not know cannot be reached.</summary>
internal sealed class FakeOutside : IOutside
{
    public Dictionary<string, byte[]> Pages { get; } = [];

    public List<string> Asked { get; } = [];

    public Task<byte[]> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        Asked.Add(address.ToString());
        return Pages.TryGetValue(address.ToString(), out var page) ? Task.FromResult(page) : throw new OutsideException($"{address.Host} could not be asked.");
    }

    /// <summary>What was posted, the status it got first.</summary>
    public List<(int Status, Uri Address, byte[] Body, IReadOnlyDictionary<string, string> Headers)> Posted { get; } = [];

    /// <summary>What a receiver answers; 0: nothing.</summary>
    public int Status { get; set; } = 204;

    public Task<int> PostAsync(Uri address, byte[] body, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken)
    {
        lock (Posted)
        {
            Posted.Add((Status, address, body, headers));
        }
        return Status == 0 ? throw new OutsideException($"{address.Host} could not be asked.") : Task.FromResult(Status);
    }

    /// <summary>The answer to a post that is made once is lost after its body left.</summary>
    public bool LosesAnswers { get; set; }

    public async Task<int?> PostOnceAsync(
        Uri address, byte[] body, IReadOnlyDictionary<string, string> headers, Func<CancellationToken, Task<bool>> beforeBody, CancellationToken cancellationToken)
    {
        if (Status == 0)
        {
            throw new OutsideException($"{address.Host} could not be asked.");
        }
        if (!await beforeBody(cancellationToken))
        {
            return null;
        }
        var status = await PostAsync(address, body, headers, cancellationToken);
        return LosesAnswers ? throw new OutsideException($"{address.Host} did not answer.") { BodyLeft = true } : status;
    }
}
