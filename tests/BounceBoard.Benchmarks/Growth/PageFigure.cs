using System.Globalization;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Benchmarks.Growth;

/// <summary>How long one page's reading took, milliseconds.</summary>
internal sealed record PageFigure(string Page, double Median, double Slow)
{
    public static PageFigure Of(string page, double[] times)
    {
        Array.Sort(times);
        return new PageFigure(page, times[times.Length / 2], times[times.Length * 95 / 100]);
    }

    /// <summary>A line per page, a pair of columns per size, and how much slower the largest is than the smallest.</summary>
    public static void Print(StorageProvider engine, IReadOnlyList<int> sizes, List<IReadOnlyList<PageFigure>> figures, Action<string> print)
    {
        print($"{engine}: milliseconds, median and 95th of a hundred, by number of refusals");
        print($"{"page",-30}{string.Concat(sizes.Select(size => size.ToString("N0", CultureInfo.InvariantCulture).PadLeft(19)))}{"ratio",8}");
        for (var page = 0; page < figures[0].Count; page++)
        {
            var columns = figures.Select(size => string.Create(CultureInfo.InvariantCulture, $"{size[page].Median,10:0.00}{size[page].Slow,9:0.00}"));
            var ratio = figures[^1][page].Median / figures[0][page].Median;
            print(string.Create(CultureInfo.InvariantCulture, $"{figures[0][page].Page,-30}{string.Concat(columns)}{ratio,8:0.0}"));
        }
    }
}
