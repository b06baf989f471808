using Microsoft.Extensions.Options;
using Npgsql;

namespace BounceBoard.Storage.Engines;

/// <summary>Says at the start, by key, what cannot work.</summary>
internal sealed class EngineOptionsCheck : IValidateOptions<EngineOptions>
{
    private const int MostDays = 36_500;
    private const string Sample = "Host=db.example;Database=bounceboard;Username=bounceboard;Password=…";

    public ValidateOptionsResult Validate(string? name, EngineOptions options)
    {
        if (!Enum.IsDefined(options.Provider))
        {
            return ValidateOptionsResult.Fail("Storage:Provider is neither Sqlite nor PostgreSql.");
        }
        if (options.PatienceSeconds is < 0 or > 86_400)
        {
            return ValidateOptionsResult.Fail($"Storage:PatienceSeconds is {options.PatienceSeconds}. Allowed are 0 to 86400.");
        }
        if (options.RetentionDays is < 0 or > MostDays)
        {
            return ValidateOptionsResult.Fail($"Storage:RetentionDays is {options.RetentionDays}; it is a number of days from 1 to {MostDays}, or 0 to keep for ever.");
        }
        if (options.Provider == StorageProvider.Sqlite)
        {
            return ValidateOptionsResult.Success;
        }
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            return ValidateOptionsResult.Fail($"Storage:ConnectionString is empty; PostgreSql needs one, for example \"{Sample}\".");
        }
        try
        {
            var parsed = new NpgsqlConnectionStringBuilder(options.ConnectionString);
            return string.IsNullOrEmpty(parsed.Host) || string.IsNullOrEmpty(parsed.Database)
                ? ValidateOptionsResult.Fail("Storage:ConnectionString names no Host or no Database.")
                : ValidateOptionsResult.Success;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            // The text itself may hold the password: only the parser's words are shown.
            return ValidateOptionsResult.Fail($"Storage:ConnectionString cannot be read: {fault.Message}");
        }
    }
}
