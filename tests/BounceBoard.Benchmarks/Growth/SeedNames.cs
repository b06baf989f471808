namespace BounceBoard.Benchmarks.Growth;

/// <summary>The names in a seeded installation.</summary>
internal static class SeedNames
{
    /// <summary>Recipient domains that its tenants write to.</summary>
    public const int Domains = 2_000;

    public static string Domain(int number) => $"d{number}.example";

    public static string Address(int domain, int person) => $"{(person % 10 == 0 ? "P" : "p")}erson{person}@d{domain}.example";

    /// <summary>The server that refuses for a domain.</summary>
    public static string RemoteIp(int domain) => $"198.51.100.{domain % 250}";

    public static string Pool(int person) => person % 2 == 0 ? "news" : "orders";
}
