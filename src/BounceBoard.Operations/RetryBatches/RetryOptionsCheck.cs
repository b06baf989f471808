using Microsoft.Extensions.Options;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Names every fault of the section <c>Retries</c> at once, each by its full key.</summary>
internal sealed class RetryOptionsCheck : IValidateOptions<RetryOptions>
{
    private const int Most = 10_000_000;

    public ValidateOptionsResult Validate(string? name, RetryOptions options)
    {
        string?[] found =
        [
            options.PerDay is >= 0 and <= Most ? null : $"Retries:PerDay is {options.PerDay}. Allowed are 0 to {Most}.",
            options.HeloName.Length == 0 || IsHost(options.HeloName)
                ? null
                : $"Retries:HeloName is '{options.HeloName}', which is no full name of a host. Write one like mail.example.net, or leave it empty.",
        ];
        var faults = found.OfType<string>().ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static bool IsHost(string name) => Uri.CheckHostName(name) == UriHostNameType.Dns && name.Contains('.', StringComparison.Ordinal);
}
