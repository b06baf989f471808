using BounceBoard.Dns.Resolving;
using BounceBoard.Operations.Alerts;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Operations.Keys;
using BounceBoard.Operations.RetryBatches;
using BounceBoard.Storage.Database;
using BounceBoard.Web.Hosting;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace BounceBoard.Web.Tests.Hosting;

public sealed class SampleSettingsTests
{
    private static readonly IConfiguration Sample = new ConfigurationBuilder().AddJsonFile(SampleFile()).Build();

    [Fact]
    public void Sample_Bound_HoldsEveryKeyWithItsDefault()
    {
        Same(new WebOptions(), Bind<WebOptions>(WebOptions.Section), WebOptions.Section);
        Same(new DnsOptions(), Bind<DnsOptions>(DnsOptions.Section), DnsOptions.Section);
        Same(new StorageOptions(), Bind<StorageOptions>(StorageOptions.Section), StorageOptions.Section);
        Same(new KeyOptions(), Bind<KeyOptions>(KeyOptions.Section), KeyOptions.Section);
        Same(new AlertOptions(), Bind<AlertOptions>(AlertOptions.Section), AlertOptions.Section);
        Same(new RetryOptions(), Bind<RetryOptions>(RetryOptions.Section), RetryOptions.Section);
        Same(new ProbeOptions(), Bind<ProbeOptions>(ProbeOptions.Section), ProbeOptions.Section);
        Same(new AlertSmtpOptions(), Bind<AlertSmtpOptions>("Alerts:Smtp"), "Alerts:Smtp");
        Assert.Equal(DefaultAddress.Url, Sample["urls"]);
    }

    private static T Bind<T>(string section) where T : class, new() =>
        Sample.GetSection(section).Get<T>(binder => binder.ErrorOnUnknownConfiguration = true) ?? new T();

    private static void Same<T>(T defaults, T bound, string section)
    {
        foreach (var property in typeof(T).GetProperties().Where(property => property.CanWrite || property.Name is "KnownProxies" or "Resolvers"))
        {
            Assert.True(Sample.GetSection($"{section}:{property.Name}").Value is not null, $"{section}:{property.Name} is missing in the sample.");
            Assert.Equal(property.GetValue(defaults), property.GetValue(bound));
        }
    }

    private static string SampleFile()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "appsettings.sample.json")))
        {
            folder = folder.Parent;
        }
        return Path.Combine(folder!.FullName, "appsettings.sample.json");
    }
}
