"""A spreadsheet is its place's: what it holds is sealed besides."""

from mangnon.walls import HERE, hangs_on, private

private("imports.Import", seen=f"place_id IN {HERE}")
private("imports.Chunk", seen=hangs_on("imports_import i", "i.id = brought_id"))
