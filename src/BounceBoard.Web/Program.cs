using BounceBoard.Operations;
using BounceBoard.Web.Hosting;

var published = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = published ? AppContext.BaseDirectory : null });
builder.WebHost.UseStaticWebAssets();
builder.UseDefaultAddress();
builder.Services.AddOperations(builder.Configuration).AddWeb();

var app = builder.Build();
app.UseWeb();
app.MapWeb();
try
{
    await app.RunAsync();
    return 0;
}
catch (Exception fault) when (StartFault.Explain(fault) is { } text)
{
    await Console.Error.WriteLineAsync(text);
    return 1;
}

/// <summary>The web host.</summary>
public partial class Program;
